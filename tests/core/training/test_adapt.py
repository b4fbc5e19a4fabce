"""Adapting a network to one clip: what it learns from, what is accepted, the command."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cli import main
from core.errors import UserError
from core.masks.palette import object_colour
from core.network.compact.model import CompactConfig, build_compact
from core.network.weights import load_network, save_network
from core.project.adapted_weights import adaptation, weights_for
from core.project.store import ProjectStore, SourceReference
from core.training.adaptation.adapt import (
    TOLERANCE,
    AdaptProgress,
    AdaptSettings,
    FrameChange,
    accepted,
    adapt_project,
    blended,
)
from core.training.adaptation.examples import Example, ExampleClips, read_examples
from core.training.adaptation.validation_pairs import MOST_HOPS, MOST_STEPS, mean_similarity, validation_pairs
from core.types import VOID, ObjectInfo, UInt8Array
from core.video.source import open_source
from tests.helpers.commands import HEIGHT, WIDTH, moving, write_clip

TINY = CompactConfig(widths=(16, 16, 16, 16), depths=(1, 1, 1, 1), shared=16, key=16, value=16, embedding=16)


@pytest.fixture
def weights(tmp_path: Path) -> str:
    path = tmp_path / "tiny.safetensors"
    save_network(build_compact(TINY), path, "compact")
    return str(path)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return annotated(tmp_path, (0, 2, 5))


def annotated(folder: Path, frames: tuple[int, ...]) -> Path:
    path = folder / "clip.rpcm"
    with open_source(write_clip(folder / "clip")) as source:
        reference = SourceReference(source.path, source.fingerprint(), source.frame_count, HEIGHT, WIDTH, source.fps)
    store = ProjectStore.create(path, reference)
    store.objects.add(ObjectInfo(1, "square", object_colour(1)))
    for index in frames:
        store.set_annotations(index, {1: moving(index, 1) == 1})
    store.close()
    return path


def settings(weights: str, steps: int = 2) -> AdaptSettings:
    return AdaptSettings(weights=weights, seconds=600, device="cpu", steps=steps, clips=1, size=64)


def example(index: int, *ids: int) -> Example:
    return Example(index, np.zeros((HEIGHT, WIDTH, 3), np.uint8), moving(index % 8, *ids))


def test_that_annotated_frames_with_an_object_are_the_examples(project: Path) -> None:
    store = ProjectStore.open(project)
    store.set_annotations(4, {1: np.zeros((HEIGHT, WIDTH), np.bool_)})
    with open_source(store.source_path()) as source:
        found = read_examples(store, source)
    store.close()
    assert [each.index for each in found] == [0, 2, 5]
    assert (found[1].labels == moving(2, 1)).all()


@pytest.mark.parametrize("examples", [[example(0, 1, 2)], [example(0, 1), example(3, 1, 2), example(5, 2)]])
def test_that_clips_show_every_object_on_their_first_frame(examples: list[Example]) -> None:
    clips = ExampleClips(examples, size=64)
    for seed in range(12):
        clip = clips.draw(np.random.default_rng(seed))
        shown = set(np.unique(clip.labels[0]).tolist()) - {0}
        assert shown == set(range(1, clip.objects + 1))
        assert clip.images.shape == (3, 64, 64, 3)


def test_that_an_object_of_a_few_pixels_still_makes_a_clip() -> None:
    labels: UInt8Array = np.zeros((HEIGHT, WIDTH), np.uint8)
    labels[20:22, 30:32] = 7
    clip = ExampleClips([Example(0, np.zeros((HEIGHT, WIDTH, 3), np.uint8), labels)], 64).draw(np.random.default_rng(0))
    assert clip.objects == 1


def test_that_void_stays_void() -> None:
    labels = moving(0, 1).copy()
    labels[12:] = VOID
    clips = ExampleClips([Example(0, np.zeros((HEIGHT, WIDTH, 3), np.uint8), labels)], 64)
    drawn = [clips.draw(np.random.default_rng(seed)) for seed in range(6)]
    assert any((clip.labels == VOID).any() for clip in drawn)
    assert {clip.objects for clip in drawn} == {1}


def test_that_hops_lead_from_each_example_to_the_next_that_shares_an_object() -> None:
    found = validation_pairs([example(0, 1), example(4, 1, 2), example(6, 3), example(40, 3)])
    assert [hop.last for hop in found] == [4, 40]
    assert found[0].frames == (0, 1, 2, 3, 4)
    assert len(found[1].frames) == MOST_STEPS + 1
    assert found[0].ids == (1,)


def test_that_many_examples_are_measured_by_some_hops_from_first_to_last() -> None:
    found = validation_pairs([example(index, 1) for index in range(20)])
    assert len(found) == MOST_HOPS
    assert (found[0].last, found[-1].last) == (1, 19)


def test_that_void_counts_nowhere_in_the_measure() -> None:
    truth = moving(0, 1).copy()
    said = truth.copy()
    truth[30:], said[30:] = VOID, 1
    assert mean_similarity(said, truth, (1,)) == 1.0


gains = st.lists(st.floats(-0.2, 0.2, allow_nan=False), min_size=1, max_size=6)


@given(gains)
def test_that_what_is_accepted_is_better_and_no_frame_worse(values: list[float]) -> None:
    changes = [FrameChange(index, 0.5, 0.5 + gain) for index, gain in enumerate(values)]
    if accepted(changes):
        assert np.mean([change.after for change in changes]) > 0.5
        assert all(change.after >= change.before - TOLERANCE - 1e-12 for change in changes)
    else:
        assert min(values) < -TOLERANCE + 1e-12 or sum(values) <= 1e-12


def test_that_blending_goes_from_the_old_weights_to_the_new() -> None:
    old, new = build_compact(TINY).state_dict(), build_compact(TINY).state_dict()
    name = "key.weight"
    assert (blended(old, new, 0.0)[name] == old[name].half().float()).all()
    assert (blended(old, new, 1.0)[name] == new[name].half().float()).all()


def test_that_adapting_writes_weights_only_where_they_are_accepted(project: Path, weights: str) -> None:
    seen: list[AdaptProgress] = []
    outcome = adapt_project(project, settings(weights), seen.append)
    assert outcome is not None
    assert outcome.steps == 2
    assert [frame.index for frame in outcome.frames] == [2, 5]
    written = list(project.parent.glob("*.adapt*"))
    assert written == ([] if outcome.file is None else [outcome.file])
    assert (outcome.adaptation is not None) == accepted(outcome.frames)
    shares = [each.share for each in seen]
    assert shares == sorted(shares) and shares[-1] <= 1.0
    assert {each.stage for each in seen} == {"measuring", "training"}


def test_that_accepted_weights_keep_the_features_as_they_were(
    project: Path, weights: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.training.adaptation.adapt.accepted", lambda _changes: True)
    outcome = adapt_project(project, settings(weights))
    assert outcome is not None and outcome.file is not None
    old, new = load_network(weights).state_dict(), load_network(outcome.file).state_dict()
    changed = {name.split(".")[0] for name in old if not (old[name].half() == new[name].half()).all()}
    assert "encoder" not in changed
    assert "decoder" in changed
    outcome.withdraw()
    assert not outcome.file.exists()


def test_that_stopping_leaves_nothing_behind(project: Path, weights: str) -> None:
    before = sorted(project.parent.iterdir())
    calls = iter([False] * 8 + [True] * 1000)
    assert adapt_project(project, settings(weights, steps=50), should_stop=lambda: next(calls)) is None
    assert sorted(project.parent.iterdir()) == before


@pytest.mark.parametrize("frames", [(), (3,)])
def test_that_too_few_annotated_frames_are_refused(tmp_path: Path, weights: str, frames: tuple[int, ...]) -> None:
    with pytest.raises(UserError, match="two annotated frames"):
        adapt_project(annotated(tmp_path, frames), settings(weights))


def adapted_by_command(project: Path, weights: str, *more: str) -> int:
    return main(["adapt", str(project), "--seconds", "0.01", "--weights", weights, "--device", "cpu", *more])


@pytest.fixture
def always_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.training.adaptation.adapt.accepted", lambda _changes: True)


@pytest.mark.usefixtures("always_accepted")
def test_that_the_command_adapts_switches_and_undoes(project: Path, weights: str) -> None:
    def used() -> str:
        store = ProjectStore.open(project, read_only=True)
        chosen = weights_for(store, weights)
        store.close()
        return chosen

    assert used() == weights
    assert adapted_by_command(project, weights) == 0
    file = used()
    assert file != weights and Path(file).parent == project.parent
    assert main(["adapt", str(project), "--off"]) == 0
    assert used() == weights
    assert main(["adapt", str(project), "--on"]) == 0
    assert used() == file
    assert main(["adapt", str(project), "--undo"]) == 0
    assert used() == weights and not Path(file).exists()
    assert main(["adapt", str(project), "--undo"]) == 2


def test_that_a_refusal_changes_nothing_and_is_told(
    project: Path, weights: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("core.training.adaptation.adapt.accepted", lambda _changes: False)
    assert adapted_by_command(project, weights) == 1
    assert "Refused, and nothing changed" in capsys.readouterr().out
    store = ProjectStore.open(project, read_only=True)
    assert adaptation(store) is None
    store.close()


@pytest.mark.usefixtures("always_accepted")
def test_that_a_project_is_propagated_from_its_annotations_with_its_adapted_weights(
    project: Path, weights: str, tmp_path: Path
) -> None:
    assert adapted_by_command(project, weights) == 0
    out = tmp_path / "out"
    network = ["--weights", weights, "--device", "cpu", "--precision", "fp32"]
    assert main(["propagate", str(project), "--out", str(out), *network]) == 0
    report = (out / "report.json").read_text()
    assert "adapted" in report
    assert len(list((out / "masks").iterdir())) == 6


def test_that_a_project_without_annotations_and_a_video_without_seed_are_refused(tmp_path: Path, weights: str) -> None:
    project = annotated(tmp_path, ())
    assert main(["propagate", str(project), "--out", str(tmp_path / "o"), "--weights", weights]) == 2
    assert main(["propagate", str(tmp_path / "clip"), "--out", str(tmp_path / "o"), "--weights", weights]) == 2
