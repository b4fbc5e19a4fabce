"""What holds of a frame, and how every change of a project is undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.project import schema
from core.project.store import ProjectStore, encode_result
from core.types import VOID, ObjectInfo
from tests.helpers.projects import FRAMES, HEIGHT, WIDTH, box, label_map, new_project, result


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ProjectStore]:
    with new_project(tmp_path / "clip.rpcm") as project:
        yield project


def run_over(store: ProjectStore, *frames: int, top: int = 0, objects: tuple[int, ...] = (1, 2)) -> int:
    """A run that puts object k of ``objects`` at row ``top``, column 2(k - 1)."""
    run_id = store.begin_run({"direction": "forward"})
    labels = label_map({object_id: box(top, 2 * (object_id - 1)) for object_id in objects})
    for frame in frames:
        assert store.add_prediction(result(run_id, frame, labels, objects))
    return run_id


def test_that_a_new_project_is_empty_and_background(store: ProjectStore) -> None:
    assert store.effective_labels(0).shape == (HEIGHT, WIDTH)
    assert not store.effective_labels(0).any()
    assert store.effective_reliability(0) is None
    assert store.effective_entropy(0) is None
    assert store.notes == () and not store.read_only


def test_that_a_persons_mask_covers_a_predicted_one_of_the_same_object_only(store: ProjectStore) -> None:
    run_over(store, 3)
    store.set_annotations(3, {1: box(4, 0)})
    expected = label_map({1: box(4, 0), 2: box(0, 2)})
    assert np.array_equal(store.effective_labels(3), expected)


def test_that_a_run_after_an_annotation_leaves_it(store: ProjectStore) -> None:
    store.set_annotations(3, {1: box(4, 0)})
    run_over(store, 3)
    assert np.array_equal(store.effective_labels(3) == 1, box(4, 0))


def test_that_an_empty_mask_says_absent_and_none_asks_the_runs(store: ProjectStore) -> None:
    run_over(store, 3)
    store.set_annotations(3, {1: np.zeros((HEIGHT, WIDTH), np.bool_)})
    assert not (store.effective_labels(3) == 1).any()
    store.set_annotations(3, {1: None})
    assert np.array_equal(store.effective_labels(3) == 1, box(0, 0))


def test_that_what_was_there_undoes_an_annotation(store: ProjectStore) -> None:
    store.set_annotations(3, {1: box(0, 0)})
    before = store.effective_labels(3)
    previous = store.set_annotations(3, {1: box(2, 2), 2: box(4, 4)})
    after = store.effective_labels(3)
    undone = store.set_annotations(3, previous)
    assert np.array_equal(store.effective_labels(3), before)
    store.set_annotations(3, undone)
    assert np.array_equal(store.effective_labels(3), after)


def test_that_void_can_be_annotated(store: ProjectStore) -> None:
    store.set_annotations(3, {VOID: box(0, 0)})
    assert np.array_equal(store.effective_labels(3), label_map({VOID: box(0, 0)}))
    assert VOID not in [info.id for info in store.objects.all()]


def test_that_masks_and_results_of_another_size_are_refused(store: ProjectStore) -> None:
    with pytest.raises(ValueError, match="fit"):
        store.set_annotations(0, {1: np.zeros((3, 3), np.bool_)})
    run_id = store.begin_run({})
    encoded = encode_result(result(run_id, 0, label_map({1: box(0, 0)})))
    with pytest.raises(ValueError, match="fit"):
        store.add_prediction(replace(encoded, height=HEIGHT + 1))


def test_that_the_newest_active_run_counts_for_each_object(store: ProjectStore) -> None:
    older = run_over(store, 3, top=0)
    newer = run_over(store, 3, top=4, objects=(1,))
    both = label_map({1: box(4, 0), 2: box(0, 2)})
    assert np.array_equal(store.effective_labels(3), both)
    store.set_run_active(newer, False)
    assert np.array_equal(store.effective_labels(3), label_map({1: box(0, 0), 2: box(0, 2)}))
    store.set_run_active(older, False)
    assert not store.effective_labels(3).any()
    store.set_run_active(older, True)
    store.set_run_active(newer, True)
    assert np.array_equal(store.effective_labels(3), both)


def test_that_a_run_can_say_that_an_object_has_gone(store: ProjectStore) -> None:
    run_over(store, 3)
    run_id = store.begin_run({})
    store.add_prediction(result(run_id, 3, label_map({2: box(0, 2)}), objects=(1, 2)))
    assert not (store.effective_labels(3) == 1).any()


def test_that_a_second_word_of_a_run_replaces_the_first(store: ProjectStore) -> None:
    run_id = run_over(store, 3)
    assert store.add_prediction(result(run_id, 3, label_map({1: box(4, 4)})))
    assert np.array_equal(store.effective_labels(3), label_map({1: box(4, 4)}))


def test_that_an_unknown_run_is_a_bug_not_a_silent_loss(store: ProjectStore) -> None:
    with pytest.raises(KeyError):
        store.set_run_active(77, False)


def test_that_results_about_unknown_objects_are_dropped(store: ProjectStore) -> None:
    run_id = store.begin_run({})
    assert store.add_prediction(result(run_id, 3, label_map({1: box(0, 0), 9: box(2, 2)})))
    assert np.array_equal(store.effective_labels(3), label_map({1: box(0, 0)}))


def test_that_maps_scores_and_pool_of_the_run_that_counts_come_back(store: ProjectStore) -> None:
    older, newer = run_over(store, 3), run_over(store, 3)
    given = result(newer, 3, label_map({1: box(0, 0)}))
    reliability, entropy = store.effective_reliability(3), store.effective_entropy(3)
    assert reliability is not None and np.array_equal(reliability, given.reliability)
    assert entropy is not None and entropy.dtype == np.float16
    assert np.abs(entropy.astype(float) - given.entropy).max() <= 0.7 / 510 + 1e-3
    assert store.runs.scores(3, older) == pytest.approx({1: 0.51, 2: 0.52})
    assert store.runs.pool(3, newer) == given.pool
    assert store.runs.pool(4, newer) is None


def test_that_arrays_of_the_store_are_read_only(store: ProjectStore) -> None:
    run_over(store, 3)
    arrays = (store.effective_labels(3), store.effective_reliability(3), store.effective_entropy(3))
    assert [array.flags.writeable for array in arrays if array is not None] == [False] * 3


def test_that_a_reviewed_frame_is_never_changed_by_runs(store: ProjectStore) -> None:
    first = run_over(store, 3)
    store.set_annotations(3, {2: box(4, 4)})
    store.set_reviewed(3, True)
    before = store.effective_labels(3)
    run_over(store, 3, top=4, objects=(1, 2, 3))
    store.set_run_active(first, False)
    assert not store.add_prediction(result(first, 3, label_map({1: box(4, 6)})))
    assert np.array_equal(store.effective_labels(3), before)
    assert store.view.run(3) == first


def test_that_a_frame_reviewed_before_any_run_stays_empty(store: ProjectStore) -> None:
    store.set_reviewed(3, True)
    run_over(store, 3)
    assert not store.effective_labels(3).any()
    assert store.effective_reliability(3) is None
    assert store.summaries().predicted.tolist() == [False] * FRAMES


def test_that_a_person_can_still_correct_a_reviewed_frame(store: ProjectStore) -> None:
    run_over(store, 3)
    store.set_reviewed(3, True)
    store.set_annotations(3, {1: box(4, 4)})
    assert np.array_equal(store.effective_labels(3), label_map({2: box(0, 2), 1: box(4, 4)}))


def test_that_unmarking_a_reviewed_frame_is_undone_with_what_it_held(store: ProjectStore) -> None:
    run_over(store, 3)
    assert store.set_reviewed(3, True) is None
    held = store.effective_labels(3)
    run_over(store, 3, top=4)
    review = store.set_reviewed(3, False)
    assert review is not None
    assert not np.array_equal(store.effective_labels(3), held)
    assert store.set_reviewed(3, review) is None
    assert np.array_equal(store.effective_labels(3), held)


def test_that_marking_twice_holds_on_to_the_same(store: ProjectStore) -> None:
    run_over(store, 3)
    store.set_reviewed(3, True)
    held = store.view.review(3)
    run_over(store, 3, top=4)
    assert store.set_reviewed(3, True) == held
    assert store.view.review(3) == held


def test_that_the_timeline_tells_of_every_frame(store: ProjectStore) -> None:
    store.set_annotations(0, {1: box(0, 0)})
    run_id = store.begin_run({})
    for frame, unsure in ((1, 0.5), (2, 0.125)):
        store.add_prediction(result(run_id, frame, label_map({1: box(0, 0)}), unsure=unsure))
    store.set_reviewed(2, True)
    store.set_run_active(run_id, False)
    timeline = store.summaries()
    assert len(timeline) == FRAMES
    assert np.flatnonzero(timeline.annotated).tolist() == [0]
    assert np.flatnonzero(timeline.reviewed).tolist() == [2]
    assert np.flatnonzero(timeline.predicted).tolist() == [2]
    assert timeline.unsure_share.tolist() == [0, 0, 0.125] + [0] * (FRAMES - 3)
    store.set_run_active(run_id, True)
    part = store.summaries(1, 2)
    assert part.first == 1
    assert part.predicted.tolist() == [True, True]
    assert part.unsure_share.tolist() == [0.5, 0.125]
    assert store.annotated_frames() == (0,)


def test_that_the_timeline_takes_the_newest_active_run(store: ProjectStore) -> None:
    for unsure in (0.75, 0.25):
        run_id = store.begin_run({})
        store.add_prediction(result(run_id, 1, label_map({1: box(0, 0)}), unsure=unsure))
    assert store.summaries(1, 1).unsure_share.tolist() == [0.25]
    store.set_run_active(run_id, False)
    assert store.summaries(1, 1).unsure_share.tolist() == [0.75]


def test_that_objects_keep_every_trait(store: ProjectStore) -> None:
    info = ObjectInfo(2, "Grüße", (9, 8, 7), visible=False, locked=True, category="animal")
    store.objects.update(info)
    assert store.objects.all()[1] == info
    store.objects.reorder([3, 1, 2])
    assert [found.id for found in store.objects.all()] == [3, 1, 2]
    with pytest.raises(ValueError, match="once"):
        store.objects.reorder([1, 2])
    with pytest.raises(KeyError):
        store.objects.update(ObjectInfo(9, "nobody", (0, 0, 0)))


def test_that_a_removed_object_returns_with_its_masks_and_place(store: ProjectStore) -> None:
    run_over(store, 3)
    store.set_annotations(4, {1: box(0, 0)})
    before = [store.effective_labels(frame) for frame in (3, 4)]
    listed = store.objects.all()
    store.objects.remove(1)
    assert [info.id for info in store.objects.all()] == [2, 3]
    assert not (store.effective_labels(3) == 1).any() and not store.effective_labels(4).any()
    assert store.annotated_frames() == ()
    with pytest.raises(KeyError):
        store.objects.remove(1)
    store.objects.restore(1)
    assert store.objects.all() == listed
    assert all(np.array_equal(store.effective_labels(frame), old) for frame, old in zip((3, 4), before, strict=True))


def test_that_an_id_is_used_again_only_when_it_left_no_masks(store: ProjectStore) -> None:
    store.set_annotations(0, {1: box(0, 0)})
    store.objects.remove(1)
    store.objects.remove(2)
    assert store.objects.next_id() == 2
    store.objects.add(ObjectInfo(2, "another", (1, 1, 1)))
    assert [info.name for info in store.objects.all()] == ["object 3", "another"]
    with pytest.raises(ValueError, match="taken"):
        store.objects.add(ObjectInfo(1, "clash", (1, 1, 1)))


@pytest.mark.parametrize("object_id", [0, 255])
def test_that_ids_of_background_and_void_are_no_objects(store: ProjectStore, object_id: int) -> None:
    with pytest.raises(ValueError, match=r"1\.\.254"):
        store.objects.add(ObjectInfo(object_id, "x", (0, 0, 0)))


def test_that_the_255th_object_is_told(store: ProjectStore) -> None:
    for object_id in range(4, 255):
        store.objects.add(ObjectInfo(object_id, "x", (0, 0, 0)))
    with pytest.raises(UserError, match="254"):
        store.objects.next_id()


def test_that_everything_is_there_when_a_project_is_reopened(tmp_path: Path) -> None:
    path = tmp_path / "clip.rpcm"
    with new_project(path) as store:
        run_id = run_over(store, 1, 2)
        store.set_annotations(0, {1: box(0, 0)})
        store.set_reviewed(2, True)
        store.state.set("range", [1, 7])
        store.state.set("range", [2, 5])
        store.history.record("Brush", 0)
        maps = [store.effective_labels(frame).tobytes() for frame in range(FRAMES)]
    assert [file.name for file in tmp_path.iterdir()] == ["clip.rpcm"]
    again = ProjectStore.open(path)
    assert [again.effective_labels(frame).tobytes() for frame in range(FRAMES)] == maps
    assert again.summaries().reviewed[2]
    assert again.state.get("range") == [2, 5] and again.state.get("zoom", 1.5) == 1.5
    assert [(entry.text, entry.frame) for entry in again.history.latest()] == [("Brush", 0)]
    ((run),) = again.runs.all()
    assert (run.id, run.request, run.active) == (run_id, {"direction": "forward"}, True)
    assert again.runs.frames(run_id) == (1, 2)
    again.close()


def test_that_a_transaction_is_saved_together_or_not_at_all(store: ProjectStore) -> None:
    def fail() -> None:
        with store.transaction():
            store.set_annotations(0, {1: box(0, 0)})
            store.state.set("frame", 4)
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        fail()
    assert store.annotated_frames() == ()
    assert store.state.get("frame") is None
    store.set_annotations(0, {1: box(0, 0)})
    assert store.annotated_frames() == (0,)


def test_that_a_saved_copy_is_a_project_of_its_own(store: ProjectStore, tmp_path: Path) -> None:
    store.set_annotations(0, {1: box(0, 0)})
    copy_path = tmp_path / "copy.rpcm"
    store.save_copy(copy_path)
    store.set_annotations(0, {1: None})
    copy = ProjectStore.open(copy_path)
    assert copy.annotated_frames() == (0,)
    assert not copy.read_only
    copy.close()
    assert {file.name for file in tmp_path.iterdir() if "copy" in file.name} == {"copy.rpcm"}


def test_that_frames_are_found_where_they_were_or_beside_the_project(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    video = tmp_path / "old" / "clip.mp4"
    video.write_bytes(b"")
    with new_project(tmp_path / "old" / "clip.rpcm") as store:
        assert store.source_path() == video
    moved = (tmp_path / "old").rename(tmp_path / "new")
    again = ProjectStore.open(moved / "clip.rpcm")
    assert again.source_path() == moved / "clip.mp4"
    (moved / "clip.mp4").unlink()
    with pytest.raises(UserError, match=r"old.clip\.mp4.*new.clip\.mp4"):
        again.source_path()
    again.close()


def test_that_relinking_checks_the_fingerprint(store: ProjectStore, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    video = tmp_path / "elsewhere" / "other.mp4"
    video.write_bytes(b"")
    with pytest.raises(UserError, match="fingerprint-2, expected fingerprint-1"):
        store.relink(video, "fingerprint-2")
    store.relink(video, "fingerprint-1")
    assert store.source_path() == video
    store.relink(video, "fingerprint-2", accept_other=True)
    assert store.source.reference.fingerprint == "fingerprint-2"


def test_that_the_tables_of_a_persons_word_exist(store: ProjectStore) -> None:
    tables = {name for (name,) in store._database.query("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert set(schema.PERSONS_TABLES) <= tables
