"""``rpcm project``: info, check, compact, collect, relink, repair."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from core.cli import main
from core.errors import UserError
from core.masks.rle import encode_rle
from core.project.adapted_weights import Adaptation, adapted_path, keep
from core.project.codec import add_checksum
from core.project.database import connect
from core.project.integrity import check_quickly, examine
from core.project.maintenance.repair import Salvage, salvage
from core.project.maintenance.repair_masks import fix_bit_flip
from core.project.maintenance.repair_rows import SECOND_PLACES
from core.project.maintenance.upkeep import compact
from core.project.store import ProjectStore, SourceReference
from core.types import ObjectInfo
from core.video.source import open_source
from tests.helpers.media import make_folder, make_video
from tests.helpers.projects import FRAMES, HEIGHT, WIDTH, box, label_map, new_project, result


def ignore(done: int, total: int) -> None:
    """No progress is wanted."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed project with something in every table."""
    file = tmp_path / "clip.rpcm"
    dice = np.random.default_rng(7)
    with new_project(file) as store:
        run_id = store.begin_run({"direction": "forward"})
        for frame in range(FRAMES):
            store.set_annotations(frame, {1: dice.random((HEIGHT, WIDTH)) > 0.5})
            store.add_prediction(result(run_id, frame, label_map({2: box(4, 4)})))
            store.history.record(f"Brush {frame}", frame)
            store.set_reviewed(frame, frame % 3 == 0)
        store.state.set("frame", 3)
    return file


def content(path: Path) -> list[object]:
    """Everything that a project says."""
    with closing(ProjectStore.open(path)) as store:
        timeline = store.summaries()
        found: list[object] = [store.objects.all(), store.runs.all(), store.history.latest(), store.source.reference]
        found += [timeline.reviewed.tobytes(), timeline.predicted.tobytes(), timeline.unsure_share.tobytes()]
        for frame in range(FRAMES):
            found += [store.effective_labels(frame).tobytes(), store.view.review(frame), store.runs.scores(frame, 1)]
            found += [str(store.effective_reliability(frame)), str(store.effective_entropy(frame))]
        return found


def change(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement, values)
        raw.commit()


def repaired(path: Path) -> Salvage:
    """The outcome of a repair, after which the damaged file is as it was and the new one is whole."""
    before = path.read_bytes()
    done = salvage(path, path.with_name("new.rpcm"))
    assert path.read_bytes() == before
    assert examine(done.path, ignore) == ()
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name, "new.rpcm"]
    return done


# --- info ------------------------------------------------------------------------------------------------------------


def test_that_info_tells_numbers_as_text_and_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["project", "info", str(path)]) == 0
    text = capsys.readouterr().out
    assert "object 1: drawn on 10 frames" in text and "not there: rpcm project relink" in text
    assert main(["project", "info", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["annotated_frames"], found["reviewed_frames"], found["predicted_frames"]) == (10, 4, 10)
    assert found["objects"][0]["drawn_frames"] == 10
    assert found["runs"] == [
        {
            "id": 1,
            "created": found["runs"][0]["created"],
            "active": True,
            "frames": 10,
            "request": {"direction": "forward"},
        }
    ]
    assert found["video"]["found"] is None and found["bytes"] == path.stat().st_size


# --- check -----------------------------------------------------------------------------------------------------------


def test_that_a_whole_project_is_found_whole(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert examine(path, ignore) == ()
    assert main(["project", "check", str(path), "--no-video"]) == 0
    assert "whole" in capsys.readouterr().out
    assert main(["project", "check", str(path)]) == 1
    assert "is not at" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE annotations SET counts = X'3132333435' WHERE frame = 4", "mask of object 1 on frame 4"),
        ("UPDATE predictions SET counts = X'3132333435' WHERE frame = 2", "mask of object 2 on frame 2"),
        ("UPDATE maps SET entropy = X'00' WHERE frame = 5", "map of run 1 on frame 5"),
        ("UPDATE maps SET entropy_max = 1e300 WHERE frame = 5", "map of run 1 on frame 5"),
        ("UPDATE annotations SET frame = 4711 WHERE frame = 4", "refers to frame 4711"),
        ("UPDATE annotations SET object = 77 WHERE frame = 4", "refers to a missing row of objects"),
        ("UPDATE state SET value = '{'", "value of state frame is unreadable"),
        ("DROP INDEX objects_twice", "its tables do not match layout"),
    ],
)
def test_that_check_names_what_is_wrong(
    path: Path, statement: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(path, statement)
    assert main(["project", "check", str(path), "--no-video"]) == 1
    said = capsys.readouterr().out
    assert words in said and "rpcm project repair" in said


def test_that_a_row_that_differs_from_its_second_place_is_told_on_opening(path: Path) -> None:
    data = path.read_bytes()
    # The row, not the index: names are followed by the colour's three numbers in both, rows come with the id's null.
    place = data.index(b"object 2")
    garbled = bytearray(data)
    garbled[place + 7] ^= 1
    path.write_bytes(garbled)
    with pytest.raises(UserError, match="objects_twice") as caught:
        ProjectStore.open(path)
    assert "rpcm project repair clip.rpcm" in caught.value.hint


def test_that_a_check_stops_when_its_time_is_over_or_somebody_says_so(path: Path) -> None:
    with closing(connect(path, read_only=True)) as database:
        assert check_quickly(database, 60.0)
        assert not check_quickly(database, 0.0)
        # What the timer does in the middle of a statement.
        database._connection.set_progress_handler(lambda: 1, 1)
        assert not check_quickly(database, 60.0)
    assert examine(path, ignore, lambda: True) is None


def test_that_a_project_too_large_to_check_on_opening_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for seconds in (0.0, 60.0):
        monkeypatch.setattr("core.project.opening.check_quickly", partial(check_quickly, seconds=seconds))
        with closing(ProjectStore.open(path)) as store:
            assert (store.checked, store.read_only) == (seconds > 0, False)


def test_that_check_compares_the_video(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    video = make_video(tmp_path / "a.mp4", frames=6)
    project = project_of(video)
    assert main(["project", "check", str(project)]) == 0
    make_video(video, frames=6, keyframe_every=2)
    assert main(["project", "check", str(project)]) == 1
    assert "changed since it was annotated" in capsys.readouterr().out
    make_video(video, frames=7)
    assert main(["project", "check", str(project)]) == 1
    assert "7 of 96x48" in capsys.readouterr().out


# --- compact ---------------------------------------------------------------------------------------------------------


def test_that_compacting_drops_undone_runs_but_what_a_review_holds(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(ProjectStore.open(path)) as store:
        store.set_run_active(1, False)
    before = content(path)
    size = path.stat().st_size
    assert main(["project", "compact", str(path), "--keep-undone"]) == 0
    assert "results of undone" not in capsys.readouterr().out
    assert content(path) == before
    assert main(["project", "compact", str(path)]) == 0
    said = capsys.readouterr().out
    assert "6 results of undone runs dropped" in said and "bytes saved" in said
    assert path.stat().st_size <= size
    with closing(ProjectStore.open(path)) as store:
        assert store.runs.frames(1) == (0, 3, 6, 9)
        assert [store.effective_labels(frame).any() for frame in range(FRAMES)] == [True] * FRAMES
        assert store.begin_run({}) == 2
    assert [each.name for each in path.parent.iterdir()] == ["clip.rpcm"]


def test_that_an_open_project_is_not_compacted(path: Path) -> None:
    before = content(path)
    with closing(ProjectStore.open(path)), pytest.raises(UserError, match="open in another window"):
        compact(path)
    assert content(path) == before


# --- relink, collect -------------------------------------------------------------------------------------------------


def project_of(media: Path, place: Path | None = None) -> Path:
    """A project of the frames at ``media`` with one mask."""
    place = place or media.with_name("p.rpcm")
    with open_source(media) as source:
        reference = SourceReference(
            source.path, source.fingerprint(), source.frame_count, source.height, source.width, source.fps
        )
    with closing(ProjectStore.create(place, reference)) as store:
        store.objects.add(ObjectInfo(1, "cat", (1, 2, 3)))
        store.set_annotations(0, {1: np.ones((source.height, source.width), np.bool_)})
    return place


def located(project: Path) -> Path:
    with closing(ProjectStore.open(project, read_only=True)) as store:
        return store.source_path()


def test_that_a_video_is_found_by_its_content_wherever_it_was_moved(tmp_path: Path) -> None:
    video = make_video(tmp_path / "a.mp4", frames=6)
    project = project_of(video)
    disk = tmp_path / "disk" / "films"
    disk.mkdir(parents=True)
    make_video(disk / "a.mp4", frames=6, keyframe_every=3)
    shutil.move(video, disk / "renamed.mp4")
    assert main(["project", "relink", str(project), str(tmp_path / "disk")]) == 0
    assert located(project) == disk / "renamed.mp4"
    assert main(["project", "relink", str(project), str(disk / "a.mp4")]) == 2
    assert located(project) == disk / "renamed.mp4"
    assert main(["project", "relink", str(project), str(disk / "a.mp4"), "--accept-other"]) == 0
    assert located(project) == disk / "a.mp4"
    (tmp_path / "empty").mkdir()
    assert main(["project", "relink", str(project), str(tmp_path / "empty")]) == 2
    other = make_video(tmp_path / "other.mp4", frames=9)
    assert main(["project", "relink", str(project), str(other), "--accept-other"]) == 2


def test_that_a_moved_folder_of_images_is_found_by_its_content(tmp_path: Path) -> None:
    project = project_of(make_folder(tmp_path / "shots"))
    (tmp_path / "disk").mkdir()
    (tmp_path / "shots").rename(tmp_path / "disk" / "elsewhere")
    assert main(["project", "relink", str(project), str(tmp_path / "disk")]) == 0
    assert located(project) == tmp_path / "disk" / "elsewhere"


SOURCES: dict[str, Callable[[Path], Path]] = {
    "video": lambda at: make_video(at / "a.mp4", frames=6),
    "folder": lambda at: make_folder(at / "shots"),
    "pattern": lambda at: make_folder(at / "shots") / "%05d.png",
}


@pytest.mark.parametrize("make", SOURCES.values(), ids=SOURCES.keys())
def test_that_a_collected_project_opens_wherever_it_is_moved(make: Callable[[Path], Path], tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    project = project_of(make(old), old / "p.rpcm")
    before = project.read_bytes()
    assert main(["project", "collect", str(project), "--out", str(tmp_path / "gift")]) == 0
    assert project.read_bytes() == before
    shutil.rmtree(old)
    moved = (tmp_path / "gift").rename(tmp_path / "moved")
    media = located(moved / "p.rpcm")
    assert media.is_relative_to(moved)
    with open_source(media) as source, closing(ProjectStore.open(moved / "p.rpcm")) as store:
        assert source.fingerprint() == store.source.reference.fingerprint
        assert store.effective_labels(0).all()
        assert source.read(source.frame_count - 1).image.any()


def test_that_adapted_weights_are_collected_along(tmp_path: Path) -> None:
    project = project_of(make_folder(tmp_path / "shots"))
    for name in ("one", "gone"):
        file = adapted_path(project, name.encode())
        with closing(ProjectStore.open(project)) as store:
            keep(store, Adaptation(file=file.name, base="compact", used=True, before=0.5, after=0.6, frames=(0,)))
            if name == "one":
                file.write_bytes(b"one")
        assert main(["project", "collect", str(project), "--out", str(tmp_path / f"gift-{name}")]) == 0
    assert (tmp_path / "gift-one" / adapted_path(project, b"one").name).read_bytes() == b"one"
    assert sorted(each.name for each in (tmp_path / "gift-gone").iterdir()) == ["p.rpcm", "shots"]


def test_that_collecting_never_overwrites_and_leaves_nothing_behind(tmp_path: Path) -> None:
    project = project_of(make_folder(tmp_path / "shots"))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    assert main(["project", "collect", str(project), "--out", str(tmp_path / "full")]) == 2
    (tmp_path / "shots" / "00001.png").unlink()
    assert main(["project", "collect", str(project), "--out", str(tmp_path / "gift")]) == 2
    assert sorted(each.name for each in tmp_path.iterdir()) == ["full", "p.rpcm", "shots"]


# --- repair ----------------------------------------------------------------------------------------------------------


def test_that_repairing_a_whole_project_changes_nothing(path: Path) -> None:
    done = repaired(path)
    assert done.complete and done.restored == ()
    assert content(done.path) == content(path)


def test_that_every_flipped_bit_of_a_mask_is_turned_back() -> None:
    dice = np.random.default_rng(1)
    whole = add_checksum(encode_rle(dice.random((12, 16)) > 0.5))
    for bit in range(8 * len(whole)):
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << bit % 8
        assert fix_bit_flip(bytes(flipped), 12, 16) == whole
    twice = bytes([whole[0] ^ 1, *whole[1:-6], whole[-6] ^ 1, *whole[-5:]])
    assert fix_bit_flip(twice, 12, 16) is None


@pytest.mark.parametrize("offset", [0, 9, 16, 18, 20, 21, 24, 31, 32, 39, 44, 47, 55, 56, 59, 60, 63, 67, 68, 71, 92])
def test_that_damage_to_the_header_is_repaired_whole(path: Path, offset: int) -> None:
    before = content(path)
    data = bytearray(path.read_bytes())
    data[offset] ^= 1 << offset % 8
    path.write_bytes(data)
    done = repaired(path)
    assert done.complete
    assert content(done.path) == before


def test_that_damage_to_the_catalogue_is_repaired_whole(path: Path) -> None:
    before = content(path)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"CREATE TABLE annotations", b"CREATE TABXE annotations"))
    with pytest.raises(UserError, match="damaged"):
        ProjectStore.open(path)
    assert content(repaired(path).path) == before


def test_that_lost_masks_are_named(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(path, "UPDATE annotations SET counts = X'3132333435' WHERE frame IN (4, 5)")
    change(path, "UPDATE predictions SET counts = X'3132333435' WHERE frame = 2")
    assert main(["project", "repair", str(path)]) == 1
    said = capsys.readouterr().out
    for frame in (4, 5):
        assert f"the mask drawn of 'object 1' (object 1) on frame {frame}" in said
    assert "masks of run 1 on 1 frames (2)" in said and "8 masks of a person, 9 of runs" in said
    with closing(ProjectStore.open(path.with_name("clip.repaired.rpcm"))) as store:
        assert store.annotated_frames() == (0, 1, 2, 3, 6, 7, 8, 9)
    assert main(["project", "repair", str(path)]) == 2


def test_that_a_log_left_by_a_crash_is_repaired_along(path: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with closing(ProjectStore.open(path)) as store:
        store.set_annotations(0, {3: box(0, 0)})
        for file in tmp_path.glob("clip.rpcm*"):
            if not file.name.endswith((".lock", "-shm")):
                shutil.copy(file, crashed)
    done = salvage(crashed / "clip.rpcm", crashed / "new.rpcm")
    with closing(ProjectStore.open(done.path)) as store:
        assert 3 in store.annotations.counts(0)


@pytest.mark.parametrize("keep", [0, 50, 4096, 9000])
def test_that_what_is_beyond_repair_is_refused_and_leaves_nothing_behind(path: Path, keep: int) -> None:
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(UserError) as caught:
        salvage(path, path.with_name("new.rpcm"))
    assert "clip.rpcm" in caught.value.message and caught.value.hint
    assert [each.name for each in path.parent.iterdir()] == ["clip.rpcm"]


def test_that_damaged_pages_cost_only_what_was_on_them(path: Path) -> None:
    whole, before = path.read_bytes(), content(path)
    page = 4096
    told = 0
    for number in range(4, len(whole) // page, 3):
        damaged = bytearray(whole)
        damaged[number * page : (number + 1) * page] = random.Random(number).randbytes(page)
        path.write_bytes(damaged)
        try:
            done = repaired(path)
        except UserError:
            told += 1
            continue
        assert content(done.path) == before or not done.complete, number
        told += not done.complete
        done.path.unlink()
    assert told > 0


def test_that_a_repair_carries_every_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    carried = {*SECOND_PLACES, "annotations", "predictions", "maps"}
    assert carried == {name for name in tables if not name.startswith("sqlite_")}
