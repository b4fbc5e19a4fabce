"""What overwriting may replace: what this program wrote, unchanged, and nothing else, whatever lies there."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UserError
from core.files import real_place, staged_file, staged_folder, sweep, write_atomically
from core.files.owned import LEDGER, MANIFEST, Replaceable, refuse_overwrite, tree_of, write_own
from core.formats import ExportOptions
from tests.helpers.datasets import clip_of, export, folder

CLIP = clip_of([np.eye(4, 5, number, dtype=np.uint8) for number in range(3)])
FIRST, AGAIN = ExportOptions(range=(0, 1)), ExportOptions(overwrite=True)

Found = dict[str, bytes | str | None]


def found_in(root: Path) -> Found:
    """Every file's bytes, every link's target, and None for a folder, by path."""
    found: Found = {}
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        if path.is_symlink():
            found[name] = str(path.readlink())
        else:
            found[name] = path.read_bytes() if path.is_file() else None
    return found


NAMES = st.sampled_from(["a", "b.png", ".hidden", "out", "Annotations", "JPEGImages", "out.part", LEDGER, MANIFEST])
PLACES = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
DEEDS = st.lists(st.tuples(st.sampled_from(["write", "link", "folder", "append", "remove"]), PLACES), max_size=5)


def do(root: Path, deed: str, name: str) -> None:
    """Something that a user may do to a folder; what cannot be done is left."""
    path = root / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if deed == "write" and not path.exists():
            path.write_bytes(b"of the user: " + name.encode())
        elif deed == "link" and not path.exists():
            path.symlink_to(root.parent / "elsewhere")
        elif deed == "folder":
            path.mkdir(exist_ok=True)
        elif deed == "append" and path.is_file() and path.name not in (LEDGER, MANIFEST):
            path.write_bytes(path.read_bytes() + b"by the user")
        elif deed == "remove" and path.is_file() and not path.is_symlink():
            path.unlink()
    except (FileExistsError, NotADirectoryError):
        return


def is_kept(name: str, before: bytes | str | None, after: Found) -> bool:
    """Whether what the user had under ``name`` is there still; a list of files may have grown."""
    now = after.get(name, ...)
    if name.endswith(LEDGER) and isinstance(before, bytes) and isinstance(now, bytes):
        return now.startswith(before)
    return now == before


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["davis", "masks", "coco", "csv"]), st.booleans(), st.booleans(), DEEDS, st.booleans())
def test_that_no_foreign_byte_is_lost(
    kind: str, earlier: bool, linked: bool, deeds: list[tuple[str, str]], deep: bool
) -> None:
    with folder() as root:
        (root / "elsewhere").mkdir()
        (root / "elsewhere" / "precious").write_bytes(b"precious")
        out = root / "home" / "out"
        out.parent.mkdir()
        if linked:
            out.symlink_to(root / "target")
        if earlier:
            export(CLIP, kind, out, FIRST)
        own = found_in(root) if earlier else {}
        for deed, name in deeds:
            do(real_place(out) if deep and out.is_dir() else root / "home", deed, name)
        before = found_in(root)
        foreign = {name: each for name, each in before.items() if own.get(name, ...) != each or isinstance(each, str)}
        kept = foreign
        try:
            export(CLIP, kind, out, AGAIN)
        except UserError:
            kept = before
        after = found_in(root)
        assert [name for name, each in kept.items() if not is_kept(name, each, after)] == []
        assert [name for name in after if name.endswith(".part") and name not in before] == []


def test_that_a_link_stays_a_link_and_its_target_gets_the_new_export(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to("disk/place")
    export(CLIP, "davis", tmp_path / "out", FIRST)
    export(CLIP, "davis", tmp_path / "out", AGAIN)
    assert (tmp_path / "out").readlink() == Path("disk/place")
    assert len(list((tmp_path / "disk" / "place" / "Annotations").rglob("*.png"))) == 3


def test_that_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    for kind in ("davis", "csv"):
        with pytest.raises(UserError):
            export(CLIP, kind, tmp_path / "a", AGAIN)
    assert (tmp_path / "a").is_symlink() and (tmp_path / "b").is_symlink()


def test_that_a_folder_without_a_list_is_never_replaced(tmp_path: Path) -> None:
    export(CLIP, "davis", tmp_path / "out")
    (tmp_path / "out" / MANIFEST).unlink()
    before = found_in(tmp_path)
    with pytest.raises(UserError, match="contains other files"):
        export(CLIP, "davis", tmp_path / "out", AGAIN)
    assert found_in(tmp_path) == before


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{}", b'{"program": "other", "files": {}, "folders": []}', b"[" * 100_000, b"\xff\xfe"]
)
def test_that_a_broken_list_makes_nothing_ours(text: bytes, tmp_path: Path) -> None:
    export(CLIP, "davis", tmp_path / "out")
    (tmp_path / "out" / MANIFEST).write_bytes(text)
    with pytest.raises(UserError, match="contains other files"):
        export(CLIP, "davis", tmp_path / "out", AGAIN)


def test_that_a_changed_mask_is_named(tmp_path: Path) -> None:
    export(CLIP, "davis", tmp_path / "out")
    mask = next((tmp_path / "out" / "Annotations").rglob("00001.png"))
    data = bytearray(mask.read_bytes())
    data[-1] ^= 1
    mask.write_bytes(bytes(data))
    with pytest.raises(UserError, match=r"00001\.png.*changed since"):
        export(CLIP, "davis", tmp_path / "out", AGAIN)
    assert mask.read_bytes() == bytes(data)


def test_that_a_file_that_comes_while_an_export_is_written_is_not_lost(tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(CLIP, "davis", out, FIRST)
    before = refuse_overwrite(out, overwrite=True)
    assert before is not None
    (out / "precious").write_bytes(b"precious")
    with pytest.raises(UserError, match="changed while"), staged_folder(out) as staged:
        (staged.path / "new").write_bytes(b"new")
        staged.commit(before.refuse_changed)
    assert (out / "precious").read_bytes() == b"precious" and (out / "Annotations").is_dir()
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_that_a_folder_that_was_not_looked_at_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "precious").write_bytes(b"precious")
    with pytest.raises(UserError), staged_folder(tmp_path / "out") as staged:
        staged.commit()
    assert found_in(tmp_path) == {"out": None, "out/precious": b"precious"}


def test_that_an_export_never_replaces_the_frames_that_it_reads(tmp_path: Path) -> None:
    from core.formats import Clip
    from core.video.image_folder import ImageFolder

    out = tmp_path / "out"
    export(CLIP, "davis", out)
    frames = ImageFolder(next(path for path in (out / "JPEGImages").rglob("*") if path.suffix == ".jpg").parent)
    clip = Clip("again", frames, CLIP.objects, CLIP.labels)
    before = found_in(out)
    with pytest.raises(UserError, match="being read"):
        export(clip, "davis", out, AGAIN)
    assert found_in(out) == before


def test_that_a_video_beside_the_source_never_takes_its_place(tmp_path: Path) -> None:
    from core.formats import Clip
    from core.video.source import open_source
    from tests.helpers.media import make_video

    video = make_video(tmp_path / "clip.mp4", frames=3)
    before = video.read_bytes()
    with open_source(video) as source, pytest.raises(UserError):
        labels = np.ones((source.height, source.width), np.uint8)
        export(Clip("clip", source, CLIP.objects[:1], lambda _: labels), "overlay", video, AGAIN)
    assert video.read_bytes() == before


@pytest.mark.parametrize("kind", ["csv", "overlay"])
def test_that_a_single_file_is_replaced_only_where_it_is_ours(kind: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"of the user")
    with pytest.raises(UserError, match="was not written by RPCM Annotator"):
        export(CLIP, kind, out, AGAIN)
    assert out.read_bytes() == b"of the user"
    out.unlink()
    export(CLIP, kind, out, FIRST)
    first = out.read_bytes()
    export(CLIP, kind, out, AGAIN)
    assert out.read_bytes() != first
    out.write_bytes(out.read_bytes() + b"a note")
    with pytest.raises(UserError, match="changed since"):
        export(CLIP, kind, out, AGAIN)


def test_that_files_written_one_by_one_replace_only_their_like(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "report.json"
    write_own(path, b"first")
    write_own(path, b"second")
    assert path.read_bytes() == b"second"
    path.write_bytes(b"by the user")
    with pytest.raises(UserError, match="changed since"):
        write_own(path, b"third")
    path.unlink()
    path.symlink_to(tmp_path / "precious")
    write_own(path, b"through the link")
    assert path.is_symlink() and (tmp_path / "precious").read_bytes() == b"through the link"
    (tmp_path / "precious").write_bytes(b"by the user")
    with pytest.raises(UserError):
        write_own(path, b"fourth")
    assert (tmp_path / "precious").read_bytes() == b"by the user"


def test_that_a_torn_line_of_the_list_does_no_harm(tmp_path: Path) -> None:
    write_own(tmp_path / "a", b"a")
    with (tmp_path / LEDGER).open("ab") as file:
        file.write(b'["b", 3')
    write_own(tmp_path / "c", b"c")
    write_own(tmp_path / "c", b"d")
    write_own(tmp_path / "a", b"b")
    assert (tmp_path / "c").read_bytes() + (tmp_path / "a").read_bytes() == b"db"


# --- Temporary files -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "write",
    [
        lambda path: write_atomically(path, b"data"),
        lambda path: write_own(path, b"data"),
    ],
)
def test_that_a_temporary_file_is_never_written_through_a_link(
    write: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even anyone who guesses the name gains nothing."""
    monkeypatch.setattr("core.files.secrets.token_hex", lambda _: "0" * 32)
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / f".new.{'0' * 32}.part").symlink_to(tmp_path / "precious")
    with pytest.raises(UserError):
        write(tmp_path / "new")
    assert (tmp_path / "precious").read_bytes() == b"precious"


def test_that_temporary_names_cannot_be_guessed_and_nobody_else_may_enter(tmp_path: Path) -> None:
    with staged_file(tmp_path / "new") as one, staged_file(tmp_path / "new") as other:
        assert one.path != other.path
        home = one.path.parents[1]
        assert home.parent == tmp_path and len(home.name) >= 32
        if os.name == "posix":
            assert home.stat().st_mode & 0o077 == 0


def test_that_a_long_name_can_be_written(tmp_path: Path) -> None:
    name = "ü" * 120
    write_atomically(tmp_path / name, b"data")
    with staged_file(tmp_path / name) as staged:
        staged.path.write_bytes(b"more")
        staged.commit()
    assert (tmp_path / name).read_bytes() == b"more"


def test_that_only_leftovers_of_the_killed_are_swept(tmp_path: Path) -> None:
    foreign = tmp_path / f".out.{'a' * 32}.part"
    foreign.mkdir()
    (foreign / "precious").write_bytes(b"precious")
    (tmp_path / f".out.{'b' * 32}.part").write_bytes(b"a file")
    (tmp_path / ".out.12345678.part").mkdir()
    with staged_folder(tmp_path / "out") as staged:
        assert sweep(tmp_path / "out") == ()
        assert staged.path.is_dir()
    assert (foreign / "precious").read_bytes() == b"precious"
    assert len(list(tmp_path.iterdir())) == 3


def test_that_a_replaceable_folder_that_is_as_it_was_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    Replaceable(tmp_path, tree_of(tmp_path)).refuse_changed(tmp_path)
