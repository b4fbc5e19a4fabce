"""The command line: arguments, refusals, files, interruption."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

import core.cli.network
from core import paths
from core.cli import console, doctor, gui, main
from core.cli.arguments import FrameRange, SeedArgument, frame_range, seed_argument
from core.cli.run_folder import certain_probabilities, seed_modes
from core.evaluation.evaluate import read_mask
from core.masks.palette import object_colour
from core.masks.png import write_label_map
from core.network.compact.model import build_compact
from core.network.interface import Decision
from core.network.weights import save_network
from core.project.store import ProjectStore, SourceReference
from core.propagation.propagator import Propagator
from core.types import ObjectInfo, Seed, SeedMode
from core.video.source import open_source
from tests.helpers.commands import HEIGHT, WIDTH, Shifter, moving, shifting_propagator, write_clip, write_davis
from tests.helpers.media import make_video

COMMANDS = ("demo", "propagate", "evaluate", "benchmark", "export", "doctor", "gui")


@pytest.fixture
def small_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core.cli.network, "make_propagator", shifting_propagator)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return write_clip(tmp_path / "clip")


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    write_label_map(tmp_path / "seed.png", moving(0, 1))
    return tmp_path / "seed.png"


def propagate(clip: Path, out: Path, *more: object) -> int:
    return main(["propagate", str(clip), "--out", str(out), *map(str, more)])


@pytest.mark.parametrize("command", COMMANDS)
def test_that_help_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    assert f"example:\n  rpcm {command}" in capsys.readouterr().out


def test_that_help_loads_neither_torch_nor_opencv() -> None:
    program = (
        "import sys, core.cli\n"
        "try: core.cli.main(['--help'])\n"
        "except SystemExit: print('loaded', sorted({'torch', 'cv2', 'PySide6'} & set(sys.modules)))"
    )
    trial = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "loaded []" in trial.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["paint"],
        ["propagate", "clip"],
        ["propagate", "clip", "--seed", "a.png", "--out", "o", "--range", "5"],
        ["propagate", "clip", "--seed", "a.png", "--out", "o", "--range", "a:b"],
        ["propagate", "clip", "--seed", "a.png", "--out", "o", "--device", "abacus"],
        ["propagate", "clip", "--seed", "a.png", "--out", "o", "--pool-budget", "few"],
        ["export", "p.rpcm", "--format", "gif", "--out", "o"],
    ],
)
def test_that_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2


def test_that_seeds_and_ranges_are_read(tmp_path: Path) -> None:
    assert seed_argument("a/m.png") == SeedArgument(Path("a/m.png"), None)
    assert seed_argument("a/m.png@12") == SeedArgument(Path("a/m.png"), 12)
    assert seed_argument("me@home/m.png") == SeedArgument(Path("me@home/m.png"), None)
    odd = tmp_path / "mask@3"
    odd.touch()
    assert seed_argument(str(odd)) == SeedArgument(odd, None)
    assert [frame_range(text) for text in ("2:9", "2:", ":9")] == [
        FrameRange(2, 9),
        FrameRange(2, None),
        FrameRange(None, 9),
    ]


def test_that_only_objects_never_seen_join() -> None:
    reset, join = SeedMode.RESET, SeedMode.JOIN
    assert seed_modes([{1}, {2}, {1, 2}, {3}, {3, 4}]) == [reset, join, reset, join, reset]


def test_that_probabilities_of_a_seed_are_certain_except_where_it_says_nothing() -> None:
    labels = np.array([[0, 2], [5, 255]], np.uint8)
    channels = [[[3, 0], [0, 1]], [[0, 3], [0, 1]], [[0, 0], [3, 1]]]
    np.testing.assert_array_equal(certain_probabilities(Seed(0, labels)), np.array(channels, np.float32) / 3)


@pytest.mark.usefixtures("small_network")
def test_that_propagate_writes_masks_reliability_probabilities_and_report(
    clip: Path, seed: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert propagate(clip, out, "--seed", seed, "--save-probabilities", "--tau", 2) == 0
    stems = [f"f{index:02d}" for index in range(6)]
    for folder, suffix in (("masks", "png"), ("reliability", "png"), ("probabilities", "npy")):
        assert sorted(path.name for path in (out / folder).iterdir()) == [f"{stem}.{suffix}" for stem in stems]
    for index, stem in enumerate(stems):
        with Image.open(out / "masks" / f"{stem}.png") as image:
            assert image.mode == "P"
        np.testing.assert_array_equal(read_mask(out / "masks" / f"{stem}.png"), moving(index, 1))
        reliability = np.asarray(Image.open(out / "reliability" / f"{stem}.png"))
        assert (reliability[1:] == 255).all() and (reliability[0] == (255 if index == 0 else 0)).all()
        probabilities = np.load(out / "probabilities" / f"{stem}.npy")
        assert (probabilities.dtype, probabilities.shape) == (np.float32, (2, HEIGHT, WIDTH))
        np.testing.assert_allclose(probabilities.sum(0), 1, rtol=1e-5)
    report = json.loads((out / "report.json").read_text())
    assert report["complete"] and report["frames_per_second"] > 0 and report["peak_memory_bytes"] > 2**20
    assert report["ms_per_stage"].keys() >= {"decode", "encode", "segment"}
    assert [frame["name"] for frame in report["frames"]] == stems[1:]
    assert [frame["pool_size"] for frame in report["frames"]] == [1, 1, 2, 2, 3]
    assert [frame["unsure_share"] for frame in report["frames"]] == pytest.approx([1 / HEIGHT] * 5)


class Forgetter(Shifter):
    """Finds no object but the first."""

    def segment(self, *arguments: Any) -> Decision:
        decision = super().segment(*arguments)
        return Decision(decision.logits.index_fill(0, torch.arange(2, len(decision.logits)), -20.0), decision.memory)


def test_that_objects_found_nowhere_are_told(
    clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(core.cli.network, "make_propagator", lambda *_: Propagator(Forgetter()))
    write_label_map(tmp_path / "seed.png", moving(0, 1, 2))
    assert propagate(clip, tmp_path / "out", "--seed", tmp_path / "seed.png") == 0
    told = capsys.readouterr().err
    assert "Object 2 was found on no other frame" in told and "--full-resolution" in told


@pytest.mark.parametrize("precision", ["fp64", "fp32", "bf16"])
def test_that_the_compact_network_runs_behind_the_command(
    precision: str, clip: Path, seed: Path, tmp_path: Path
) -> None:
    weights, out = tmp_path / "untrained.safetensors", tmp_path / "out"
    save_network(build_compact(), weights, "compact")
    more = ["--weights", weights, "--device", "cpu", "--precision", precision, "--direction", "both"]
    assert propagate(clip, out, "--seed", f"{seed}@2", "--save-probabilities", *more) == 0
    assert json.loads((out / "report.json").read_text())["precision"] == precision
    for index in range(6):
        labels = read_mask(out / "masks" / f"f{index:02d}.png")
        assert labels.shape == (HEIGHT, WIDTH) and set(np.unique(labels)) <= {0, 1}
        probabilities = np.load(out / "probabilities" / f"f{index:02d}.npy")
        np.testing.assert_array_equal(probabilities.argmax(0), labels)


@pytest.mark.usefixtures("small_network")
def test_that_a_range_the_wrong_way_round_is_told_as_such(
    clip: Path, seed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert propagate(clip, tmp_path / "out", "--seed", seed, "--range", "3:1") == 2
    assert "The range 3:1 is not in the clip" in capsys.readouterr().err


def test_that_a_range_and_a_direction_bound_the_frames_written(clip: Path, tmp_path: Path) -> None:
    for direction, first in (("forward", 1), ("backward", 4)):
        write_label_map(tmp_path / "seed.png", moving(first, 1))
        out = tmp_path / direction
        assert propagate(clip, out, "--seed", tmp_path / "seed.png", "--range", "1:4", "--direction", direction) == 0
        assert [path.stem for path in sorted((out / "masks").iterdir())] == ["f01", "f02", "f03", "f04"]
        np.testing.assert_array_equal(read_mask(out / "masks" / f"f{first:02d}.png"), moving(first, 1))


@pytest.mark.usefixtures("small_network")
def test_that_both_ways_fills_a_gap_from_either_side(clip: Path, tmp_path: Path) -> None:
    write_label_map(tmp_path / "first.png", moving(0, 1))
    write_label_map(tmp_path / "last.png", moving(4, 1))
    seeds = ["--seed", tmp_path / "first.png", "--seed", f"{tmp_path / 'last.png'}@4"]
    assert propagate(clip, tmp_path / "out", *seeds, "--range", "0:4", "--direction", "both") == 0
    masks = [read_mask(tmp_path / "out" / "masks" / f"f{index:02d}.png") for index in range(5)]
    np.testing.assert_array_equal(masks[1], moving(1, 1))
    # The network of this test moves to the right whichever way it goes: what came from the last frame is told by that.
    np.testing.assert_array_equal(masks[3], moving(5, 1))
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert [frame["index"] for frame in report["frames"]] == [1, 2, 3]


@pytest.mark.usefixtures("small_network")
def test_that_later_seeds_join_or_begin_anew(clip: Path, seed: Path, tmp_path: Path) -> None:
    joining, both = tmp_path / "joining.png", tmp_path / "both.png"
    write_label_map(joining, np.where(moving(2, 0, 2) == 2, np.uint8(2), np.uint8(0)))
    write_label_map(both, moving(4, 1, 2))
    assert propagate(clip, tmp_path / "out", "--seed", f"{both}@4", "--seed", seed, "--seed", f"{joining}@2") == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert report["seeds"] == [
        {"index": 0, "mode": "reset"},
        {"index": 2, "mode": "join"},
        {"index": 4, "mode": "reset"},
    ]
    np.testing.assert_array_equal(read_mask(tmp_path / "out" / "masks" / "f03.png"), moving(3, 1, 2))
    np.testing.assert_array_equal(read_mask(tmp_path / "out" / "masks" / "f05.png"), moving(5, 1, 2))


@pytest.mark.usefixtures("small_network")
@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--seed", "{seed}@9"], "outside the range"),
        (["--seed", "{seed}", "--seed", "{seed}"], "two seed masks"),
        (["--seed", "{seed}", "--range", "3:1"], "range"),
        (["--seed", "{seed}", "--range", "0:99"], "range"),
        (["--seed", "{seed}", "--alpha", "7"], "alpha"),
        (["--seed", "{seed}", "--tau", "0"], "tau"),
        (["--seed", "missing.png"], "missing.png"),
        (["--seed", "{large}"], "large.png"),
        (["--seed", "{empty}"], "empty.png"),
    ],
)
def test_that_what_cannot_be_propagated_is_told(
    clip: Path, seed: Path, tmp_path: Path, more: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    large, empty = tmp_path / "large.png", tmp_path / "empty.png"
    write_label_map(large, np.ones((HEIGHT, WIDTH + 2), np.uint8))
    write_label_map(empty, np.zeros((HEIGHT, WIDTH), np.uint8))
    filled = [word.format(seed=seed, large=large, empty=empty) for word in more]
    assert propagate(clip, tmp_path / "out", *filled) == 2
    problem, hint = capsys.readouterr().err.splitlines()[-2:]
    assert words in problem and hint.strip()


def test_that_a_source_that_is_no_video_is_told(seed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "film.mp4").write_text("no film")
    for source in ("film.mp4", "nothing.mp4"):
        assert propagate(tmp_path / source, tmp_path / "out", "--seed", seed) == 2
        assert source in capsys.readouterr().err


@pytest.mark.usefixtures("small_network")
def test_that_a_full_or_forbidden_folder_is_told(
    clip: Path, seed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_text("in the way")
    assert propagate(clip, tmp_path / "out", "--seed", seed) == 2
    assert str(tmp_path / "out") in capsys.readouterr().err


@pytest.mark.usefixtures("small_network")
def test_that_a_video_that_breaks_off_is_propagated_as_far_as_it_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = make_video(tmp_path / "whole.mp4", size=(240, 320), container_options={"movflags": "faststart"})
    video = tmp_path / "film.mp4"
    video.write_bytes(whole.read_bytes()[: whole.stat().st_size * 7 // 10])
    mask = np.zeros((240, 320), np.uint8)
    mask[60:120, 60:120] = 1
    write_label_map(tmp_path / "seed.png", mask)
    with open_source(video) as source:
        readable, warning = source.broken_from, source.warnings[0]
    assert propagate(video, tmp_path / "out", "--seed", tmp_path / "seed.png") == 0
    assert warning in capsys.readouterr().err
    assert len(list((tmp_path / "out" / "masks").iterdir())) == readable


@pytest.mark.usefixtures("small_network")
def test_that_a_damaged_frame_keeps_what_came_before(
    clip: Path, seed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = clip / "f03.png"
    data = picture.read_bytes()
    picture.write_bytes(data[: len(data) // 2])
    assert propagate(clip, tmp_path / "out", "--seed", seed) == 2
    assert "f03.png" in capsys.readouterr().err
    assert [path.stem for path in sorted((tmp_path / "out" / "masks").iterdir())] == ["f00", "f01", "f02"]
    assert not json.loads((tmp_path / "out" / "report.json").read_text())["complete"]


class Interrupter(Shifter):
    """Presses Ctrl-C while it segments its second frame."""

    def segment(self, *arguments: object) -> object:  # type: ignore[override]
        self.frames = getattr(self, "frames", 0) + 1
        if self.frames == 2:
            signal.raise_signal(signal.SIGINT)
        return super().segment(*arguments)  # type: ignore[arg-type]


def test_that_an_interrupt_keeps_the_frames_that_are_done(
    clip: Path, seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(core.cli.network, "make_propagator", lambda *_: Propagator(Interrupter()))
    before = signal.getsignal(signal.SIGINT)
    assert propagate(clip, tmp_path / "out", "--seed", seed) == 130
    assert signal.getsignal(signal.SIGINT) is before
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    kept = [frame["name"] for frame in report["frames"]]
    # The second frame may have been computed while the first one was written.
    assert not report["complete"] and kept in (["f01"], ["f01", "f02"])
    assert [path.stem for path in sorted((tmp_path / "out" / "masks").iterdir())] == ["f00", *kept]


def test_that_an_interrupt_is_answered_while_the_commands_load() -> None:
    # The second moment is one inside text that a library compiles, as dataclasses do: Python would end by the signal.
    pressed = "os.kill(os.getpid(), signal.SIGINT)"
    moments = (
        f"class Finger:\n def find_spec(self, name, *_): name == 'core.cli.commands' and {pressed}\n"
        "sys.meta_path.insert(0, Finger())",
        f"core.cli.build_parser = lambda: exec('{pressed}')",
    )
    for moment in moments:
        program = f"import os, signal, sys, core.cli\n{moment}\nsys.exit(core.cli.main(['--help']))"
        trial = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert (trial.returncode, trial.stderr) == (130, "Interrupted.\n")


def test_that_a_second_interrupt_does_not_wait() -> None:
    with pytest.raises(KeyboardInterrupt), console.stop_on_interrupt() as should_stop:
        signal.raise_signal(signal.SIGINT)
        assert should_stop()
        signal.raise_signal(signal.SIGINT)


def test_that_evaluate_writes_json_and_csv(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_davis(tmp_path / "set", {"a": [(1,)] * 4, "b": [(1,)] * 4})
    masks = root / "Annotations" / "480p"
    said = tmp_path / "said"
    said.mkdir()
    (masks / "a").rename(tmp_path / "kept")
    (said / "a").symlink_to(tmp_path / "kept")
    (masks / "a").symlink_to(tmp_path / "kept")
    files = ["--json", str(tmp_path / "e.json"), "--csv", str(tmp_path / "e.csv")]
    assert main(["evaluate", "--prediction", str(said), "--ground-truth", str(masks), *files]) == 0
    assert json.loads((tmp_path / "e.json").read_text())["J&F"] == 1.0
    assert (tmp_path / "e.csv").read_text().startswith("sequence,J&F,")
    printed = capsys.readouterr()
    assert "J&F 1.0000" in printed.out
    assert "b" in printed.err.splitlines()[-1]


@pytest.mark.usefixtures("small_network")
def test_that_benchmark_writes_json_and_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_davis(tmp_path / "set", {"a": [(1,)] * 5})
    out = tmp_path / "out"
    files = ["--out", str(out), "--json", str(out / "b.json"), "--baselines", "--workers", "1"]
    assert main(["benchmark", "--dataset", str(root), "--split", "dev", *files]) == 0
    report = json.loads((out / "b.json").read_text())
    assert report.keys() == {"J&F", "J", "F", "sequences", "seconds_per_frame"}
    assert report["J&F"] == 1.0
    assert (out / "sequences.csv").is_file() and (out / "predictions" / "a" / "00004.png").is_file()
    table = (out / "results.md").read_text()
    for row in ("| a |", "network (compact)", "copied first mask", "mask warped by DIS flow"):
        assert row in table
    assert "mask warped by DIS flow" in capsys.readouterr().out


@pytest.fixture
def project(clip: Path, tmp_path: Path) -> Path:
    path = tmp_path / "holiday.rpcm"
    with open_source(clip) as source:
        reference = SourceReference(clip, source.fingerprint(), source.frame_count, HEIGHT, WIDTH, source.fps)
    store = ProjectStore.create(path, reference)
    store.objects.add(ObjectInfo(1, "square", object_colour(1)))
    store.set_annotations(2, {1: moving(2, 1) == 1})
    store.close()
    return path


def test_that_a_project_is_exported_as_davis(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "davis"
    assert main(["export", str(project), "--format", "davis", "--out", str(out)]) == 0
    masks = sorted((out / "Annotations" / "480p" / "holiday").iterdir())
    assert len(masks) == 6
    np.testing.assert_array_equal(read_mask(masks[2]), moving(2, 1))
    assert not read_mask(masks[3]).any()


def test_that_a_project_is_exported_as_overlay_video(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "video"
    assert main(["export", str(project), "--format", "overlay", "--out", str(out), "--range", "1:3"]) == 0
    with open_source(out / "holiday.mp4") as video:
        assert video.frame_count == 3


def test_that_an_export_replaces_nothing_unasked(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["export", str(project), "--format", "davis", "--out", str(tmp_path / "davis")]
    assert [main(command), main(command), main([*command, "--overwrite"])] == [0, 2, 0]
    assert "davis" in capsys.readouterr().err


def test_that_a_project_whose_video_moved_or_that_is_none_is_told(
    project: Path, clip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clip.rename(tmp_path / "elsewhere")
    for path, words in ((project, "relink"), (tmp_path / "none.rpcm", "none.rpcm")):
        assert main(["export", str(path), "--format", "davis", "--out", str(tmp_path / "davis")]) == 2
        assert words in capsys.readouterr().err


def test_that_gui_names_what_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gui", str(tmp_path / "nothing.mp4")]) == 2
    assert "nothing.mp4" in capsys.readouterr().err


def test_that_the_window_is_a_process_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert gui.window_command(tmp_path / "a.mp4") == [sys.executable, "-m", "rpcm_gui", str(tmp_path / "a.mp4")]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "rpcm"))
    assert gui.window_command(None) == [str(tmp_path / "rpcm-gui")]


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="a display is always there")
def test_that_a_display_is_announced_by_x11_or_wayland(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    assert not gui.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert gui.has_display()


@pytest.mark.parametrize(
    ("examine", "words"),
    [
        (lambda _: doctor.check_python((3, 9, 1)), "3.11"),
        (lambda _: doctor.check_packages(("json", "no_such_package")), "no_such_package"),
        (doctor.check_weights, "--weights FILE"),
        (lambda _: doctor.check_memory(lambda: 2**20), "Close other programs"),
        (lambda folder: doctor.check_disk(folder, lambda _: 2**20), "Free some space"),
    ],
)
def test_that_the_doctor_advises_on_what_is_missing(
    tmp_path: Path, examine: Callable[[Path], Iterator[doctor.Finding]], words: str
) -> None:
    (finding,) = examine(tmp_path)
    assert finding.advice is not None and words in finding.advice


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt brings its libraries along elsewhere")
def test_that_the_doctor_names_the_package_of_a_missing_library() -> None:
    finding = next(doctor.check_qt_libraries({"libno_such_thing.so.1": "libnothing1"}))
    assert finding.advice is not None and "apt-get install libnothing1" in finding.advice


def test_that_the_doctor_finds_damaged_weights(tmp_path: Path) -> None:
    (tmp_path / "rpcm-compact.safetensors").write_bytes(b"not a safetensors file")
    (finding,) = doctor.check_weights(tmp_path)
    assert finding.advice is not None and "damaged" in finding.detail


@pytest.mark.parametrize(("advice", "code"), [(None, 0), ("Do this.", 1)])
def test_that_the_doctor_exits_with_1_where_something_is_missing(
    advice: str | None, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "_EXAMINATIONS", (lambda: iter([doctor.Finding("thing", "found", advice)]),))
    assert main(["doctor"]) == code
    assert ("Do this." in capsys.readouterr().out) == (advice is not None)


def test_that_the_doctor_examines_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) in (0, 1)
    printed = capsys.readouterr().out
    for subject in ("Python", "torch", "device cpu", "Qt", "weights", "free memory", "free disk"):
        assert subject in printed


def test_that_unknown_weights_are_told(
    clip: Path, seed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "foreign.safetensors").write_bytes(b"something else")
    for weights in ("no-such-name", str(tmp_path / "foreign.safetensors")):
        assert propagate(clip, tmp_path / "out", "--seed", seed, "--weights", weights, "--device", "cpu") == 2
        assert weights in capsys.readouterr().err


@pytest.mark.usefixtures("small_network")
def test_that_the_demo_leaves_every_form_of_its_result(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "demo"
    assert main(["demo", "--out", str(out), "--no-gui"]) == 0
    assert len(list((out / "masks").iterdir())) == 60
    printed = capsys.readouterr().out
    assert "J&F" in printed and "frames/s" in printed
    for name in ("masks", "overlay.mp4", "contact-sheet.png", "davis", "sample.rpcm"):
        assert (out / name).exists() and str(out / name) in printed
    with open_source(out / "overlay.mp4") as video:
        assert video.frame_count == 60
    store = ProjectStore.open(out / "sample.rpcm")
    np.testing.assert_array_equal(store.effective_labels(30), read_mask(out / "masks" / "00030.png"))
    assert store.annotated_frames() == (0,)
    store.close()


def test_that_the_demo_tells_a_missing_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paths, "resource_root", lambda: tmp_path)
    assert main(["demo", "--out", str(tmp_path / "demo"), "--no-gui"]) == 2
    assert "sample.mp4" in capsys.readouterr().err


def test_that_what_is_no_users_error_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ValueError("a bug")

    monkeypatch.setattr(doctor, "_EXAMINATIONS", (fail,))
    with pytest.raises(ValueError, match="a bug"):
        main(["doctor"])
