"""From a path to a project: new, known, moved, foreign, broken."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from core.errors import UserError
from core.paths import resource, user_data_dir
from core.project.opening import ProjectLock
from core.project.store import ProjectStore, SourceReference
from core.types import ObjectInfo
from core.video.source import open_source
from rpcm_gui.base.language import SOURCE, set_language
from rpcm_gui.session import open_project
from rpcm_gui.session.open_project import Damaged, Moved, Ready, check_work, prepare, relink, repair


def make_clip(folder: Path, frames: int = 3, size: tuple[int, int] = (32, 24), shade: int = 0) -> Path:
    """A folder of images of ``size`` (width, height)."""
    folder.mkdir(parents=True)
    for index in range(frames):
        pixels = np.full((size[1], size[0], 3), shade + index, np.uint8)
        Image.fromarray(pixels).save(folder / f"{index:05d}.png")
    return folder


def ready(path: Path) -> Ready:
    found = prepare(path)
    assert isinstance(found, Ready)
    return found


def test_that_a_new_clip_gets_a_project_beside_it_and_finds_it_again(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip")
    first = ready(clip)
    assert first == Ready(tmp_path / "clip.rpcm", clip)
    with closing(ProjectStore.open(first.project)) as store:
        assert (store.source.reference.frame_count, store.source.reference.width) == (3, 32)
        store.objects.add(ObjectInfo(1, "Cat", (1, 2, 3)))
    assert ready(clip) == first
    assert ready(first.project) == first


def test_that_a_project_on_stored_pixels_of_pictures_that_exif_turns_is_found_again(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    (tmp_path / "clip").mkdir()
    for index in range(2):
        Image.new("RGB", (32, 24), (index, 0, 0)).save(tmp_path / "clip" / f"{index}.png", exif=exif)
    with open_source(tmp_path / "clip", as_stored=True) as source:
        stored = SourceReference(source.path, source.fingerprint(), 2, source.height, source.width, source.fps)
    ProjectStore.create(tmp_path / "clip.rpcm", stored).close()
    found = ready(tmp_path / "clip")
    assert found.project == tmp_path / "clip.rpcm" and found.frames is not None
    assert (found.frames.height, found.frames.width) == (24, 32)
    assert ready(tmp_path / "clip.rpcm") == found


def test_that_two_clips_of_one_name_do_not_share_a_project(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip")
    first = ready(clip)
    clip.rename(tmp_path / "old")
    other = ready(make_clip(tmp_path / "clip", shade=100))
    assert other.project != first.project
    assert ready(tmp_path / "clip") == Ready(other.project, tmp_path / "clip")


def test_that_a_clip_where_nothing_can_be_written_has_its_project_among_the_persons_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = make_clip(tmp_path / "clip")
    monkeypatch.setattr(open_project, "_try_create", lambda place, reference: False)
    found = ready(clip)
    assert found.project.is_relative_to(user_data_dir())
    assert str(found.project) in found.notes[0]
    assert ready(clip).project == found.project


def test_that_the_sample_leaves_its_own_folder_as_it_is() -> None:
    found = ready(resource("sample", "sample.mp4"))
    assert found.project.is_relative_to(user_data_dir())
    assert found.notes == ()


def test_that_a_project_whose_clip_moved_is_found_by_its_place_beside_or_asks(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "a" / "clip")
    project = ready(clip).project
    (tmp_path / "a").rename(tmp_path / "b")
    assert ready(tmp_path / "b" / "clip.rpcm").media == tmp_path / "b" / "clip"
    (tmp_path / "b" / "clip").rename(tmp_path / "elsewhere")
    moved = prepare(tmp_path / "b" / "clip.rpcm")
    assert isinstance(moved, Moved)
    assert moved.missing == clip
    found = relink(tmp_path / "b" / project.name, tmp_path / "elsewhere")
    assert found.notes == ()
    assert ready(found.project).media == tmp_path / "elsewhere"


def test_that_a_renamed_clip_near_its_project_is_found_by_its_content(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip")
    project = ready(clip).project
    make_clip(tmp_path / "films" / "a", shade=50)
    clip.rename(tmp_path / "films" / "b")
    found = ready(project)
    assert found.media == tmp_path / "films" / "b"
    assert "same content" in found.notes[0]
    assert ready(project) == Ready(project, tmp_path / "films" / "b")


def test_that_a_renamed_clip_of_a_project_in_use_is_found_without_writing(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip")
    project = ready(clip).project
    clip.rename(tmp_path / "renamed")
    with closing(ProjectStore.open(project)):
        assert ready(project).media == tmp_path / "renamed"


def damage(project: Path) -> bytes:
    """Change a letter of an object's name in one of the two places that hold it."""
    data = bytearray(project.read_bytes())
    data[data.index(b"Cat") + 1] ^= 2
    project.write_bytes(data)
    return bytes(data)


@pytest.mark.parametrize("by_clip", [True, False])
def test_that_a_damaged_project_is_repaired_in_its_place_and_kept(tmp_path: Path, by_clip: bool) -> None:
    clip = make_clip(tmp_path / "clip")
    project = ready(clip).project
    with closing(ProjectStore.open(project)) as store:
        store.objects.add(ObjectInfo(1, "Cat", (1, 2, 3)))
        store.set_annotations(1, {1: np.ones((24, 32), np.bool_)})
    damaged = damage(project)
    asked = clip if by_clip else project
    found = prepare(asked)
    assert isinstance(found, Damaged)
    assert found.project == project and "objects_twice" in found.finding
    with closing(ProjectStore.open(project, read_only=True)), pytest.raises(UserError, match="open in another"):
        lock = ProjectLock.acquire(project)
        assert lock is not None
        try:
            repair(project, asked)
        finally:
            lock.release()
    assert project.read_bytes() == damaged
    after = repair(project, asked)
    assert isinstance(after, Ready) and after.media == clip
    assert "clip.rpcm.damaged" in after.notes[0] and "'Cat'" in after.notes[0]
    assert (tmp_path / "clip.rpcm.damaged").read_bytes() == damaged
    with closing(ProjectStore.open(project)) as store:
        assert store.effective_labels(1).all()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["clip", "clip.rpcm", "clip.rpcm.damaged"]


def test_that_the_rest_of_a_huge_project_is_checked_afterwards(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip")
    project = ready(clip).project
    assert check_work(project)(lambda done, total: None, lambda: False) is None
    with closing(ProjectStore.open(project)) as store:
        store.objects.add(ObjectInfo(1, "Cat", (1, 2, 3)))
    damage(project)
    found = check_work(project)(lambda done, total: None, lambda: False)
    assert "objects_twice" in found


def test_that_relinking_to_another_clip_is_refused_or_told(tmp_path: Path) -> None:
    project = ready(make_clip(tmp_path / "clip")).project
    with pytest.raises(UserError, match="3 frames of 32x24"):
        relink(project, make_clip(tmp_path / "longer", frames=4))
    assert "a different file" in relink(project, make_clip(tmp_path / "recoded", shade=9)).notes[0]


def test_that_a_clip_that_changed_under_its_project_is_told(tmp_path: Path) -> None:
    clip = make_clip(tmp_path / "clip")
    project = ready(clip).project
    Image.new("RGB", (32, 24), "red").save(clip / "00001.png")
    assert "changed" in ready(project).notes[0]
    (clip / "00002.png").unlink()
    with pytest.raises(UserError, match="is not the video"):
        prepare(project)


def test_that_what_cannot_be_opened_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    text = tmp_path / "notes.mp4"
    text.write_text("does not contain a video")
    uneven = make_clip(tmp_path / "uneven")
    Image.new("RGB", (40, 24)).save(uneven / "00009.png")
    foreign = tmp_path / "foreign.rpcm"
    foreign.write_bytes(b"SQLite format 3\x00" + bytes(100))
    for path in (text, uneven, foreign, tmp_path / "missing.mp4", tmp_path / "missing.rpcm"):
        with pytest.raises(UserError) as caught:
            prepare(path)
        assert caught.value.hint
    assert sorted(path.name for path in tmp_path.iterdir()) == ["foreign.rpcm", "notes.mp4", "uneven"]


def test_that_what_is_odd_about_a_video_is_told_in_the_users_language(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    Image.fromarray(np.full((24, 32), 4000, np.uint16)).save(tmp_path / "deep" / "0.tif")
    english = open_project.probe(tmp_path / "deep")[1]
    assert set_language(qapp, "de") is None
    try:
        german = open_project.probe(tmp_path / "deep")[1]
    finally:
        set_language(qapp, SOURCE)
    assert len(english) == len(german) == 1
    assert "12 of 16 bits" in english[0] and "12 von 16 Bit" in german[0]
