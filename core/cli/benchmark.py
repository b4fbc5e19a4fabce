"""``rpcm benchmark``: how good and how fast the network is on a data set.

Clips of several objects for ``rpcm benchmark``: drawn by formula, or with objects of real clips pasted.

``rpcm benchmark --clicks``: how many clicks a mask costs on a data set.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.cli import console
from core.cli.arguments import (
    add_command,
    add_network_arguments,
    add_settings_arguments,
    add_view_arguments,
    settings_from,
    variant_from,
)
from core.cli.console import INTERRUPTED, stop_on_interrupt
from core.cli.evaluate import (
    YOUTUBE_VOS,
    add_protocol_arguments,
    add_workers_argument,
    check_protocol,
    halves,
    report,
)
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.evaluation.benchmark import BenchmarkResult, Watch
    from core.evaluation.review.annotate import Clicker
    from core.evaluation.synthetic_clips import Clip
    from core.evaluation.youtube_vos import SeenUnseen
    from core.types import PropagationSettings


DRAWN = "generated"
"""As ``--dataset``: clips drawn by formula, which need no data."""
OBJECTS, CLIPS, FRAMES = 3, 12, 40
SEED_STRIDE = 1_000_000
"""Between the seeds that are tried for one clip."""
VERSION = 1
"""Of how clips are made: those of another one are made again."""


def add_generated_arguments(parser: argparse.ArgumentParser) -> None:
    """``--objects``, ``--clips``, ``--frames``."""
    group = parser.add_argument_group("clips of several objects, made by this command and the same each time")
    group.add_argument(
        "--objects",
        type=int,
        metavar="N",
        help=f"make clips of N objects: pasted from the split's, or drawn for --dataset {DRAWN} ({OBJECTS} there)",
    )
    group.add_argument("--clips", type=int, default=CLIPS, metavar="N", help=f"how many clips to make ({CLIPS})")
    group.add_argument("--frames", type=int, default=FRAMES, metavar="N", help=f"frames of each ({FRAMES})")


def is_generated(arguments: argparse.Namespace) -> bool:
    """Whether clips are to be made."""
    return arguments.objects is not None or str(arguments.dataset) == DRAWN


def make(arguments: argparse.Namespace, watch: Watch) -> Path | None:
    """The folder of the clips asked for, in ``--out``; those of an equal earlier run are taken again.

    Returns:
        The folder, in DAVIS layout; None where ``watch`` asked to stop.

    Raises:
        UserError: For numbers out of range, or sequences that do not suffice.
    """
    from core.evaluation.synthetic_clips import write_dataset
    from core.files.owned import write_own

    plan, folder = _plan(arguments), arguments.out / "dataset"
    note = folder / "plan.json"
    if note.is_file() and note.read_text(encoding="utf-8") == plan:
        return Path(folder)
    watch.start("making clips", arguments.clips)
    write_dataset(folder, _until_stopped(_clips(arguments), watch), watch.step)
    if watch.should_stop():
        return None
    write_own(note, plan.encode())
    return Path(folder)


def _plan(arguments: argparse.Namespace) -> str:
    numbers = {"objects": _objects(arguments), "clips": arguments.clips, "frames": arguments.frames}
    for name, least in (("objects", 1), ("clips", 1), ("frames", 3)):
        if numbers[name] < least:
            raise UserError(
                "--{name} {value} is too small.", "Use {least} or more.", name=name, value=numbers[name], least=least
            )
    source = {"dataset": str(arguments.dataset), "split": arguments.split}
    return json.dumps({**source, **numbers, "version": VERSION}) + "\n"


def _objects(arguments: argparse.Namespace) -> int:
    return OBJECTS if arguments.objects is None else int(arguments.objects)


def _clips(arguments: argparse.Namespace) -> Iterator[Clip]:
    from core.evaluation.dataset import find_sequences
    from core.evaluation.synthetic_clips import pasted_clip

    if str(arguments.dataset) == DRAWN:
        for number in range(arguments.clips):
            yield _drawn(number, arguments.frames, _objects(arguments))
        return
    sequences = find_sequences(arguments.dataset, arguments.split)
    for number in range(arguments.clips):
        yield pasted_clip(sequences, number, arguments.objects, arguments.frames)


def _drawn(number: int, frames: int, objects: int) -> Clip:
    """The first clip in the ``number``-th row of held-out seeds on which every object is seen."""
    from core.evaluation.synthetic_clips import FIRST_SEED, HEIGHT, WIDTH, Clip
    from core.masks.labels import object_ids
    from core.training.procedural import render_clip

    for seed in count(FIRST_SEED + number, SEED_STRIDE):
        images, labels = render_clip(seed, frames, HEIGHT, WIDTH, objects)
        if len(set().union(*map(object_ids, labels))) == objects:
            return Clip(f"drawn-{number:02d}", images, labels)
    raise AssertionError("seeds do not end")


def _until_stopped(clips: Iterator[Clip], watch: Watch) -> Iterator[Clip]:
    for clip in clips:
        yield clip
        if watch.should_stop():
            return


PREDICTION = "prediction"


def add_click_arguments(parser: argparse.ArgumentParser) -> None:
    """``--clicks`` and what goes with it."""
    group = parser.add_argument_group("clicks")
    group.add_argument(
        "--clicks",
        action="store_true",
        help="click the objects of every tenth frame in place of propagating, as papers on interactive segmentation do",
    )
    group.add_argument("--every", type=int, default=10, metavar="N", help="take every N-th frame (10)")
    group.add_argument(
        "--start", choices=("empty", PREDICTION), default="empty", help="from no mask, or from --predictions (empty)"
    )
    group.add_argument(
        "--predictions", type=Path, metavar="DIR", help="masks to repair: DIR/SEQUENCE/FRAME.png, as written to --out"
    )


def measure_clicks(arguments: argparse.Namespace, watch: Watch) -> bool:
    """Measure, print and write; False where it was stopped. Raises UserError."""
    from core.cli.segment import make_segmenter
    from core.evaluation.clicks import ClickBenchmark, benchmark_clicks
    from core.evaluation.results import write_json

    _check_of_click_benchmark(arguments)
    plan = ClickBenchmark(
        root=arguments.dataset,
        split=arguments.split,
        every=arguments.every,
        predictions=arguments.predictions,
        boxes=arguments.baselines,
    )
    segmenter = make_segmenter(arguments.weights, arguments.device, arguments.precision)
    scores = benchmark_clicks(plan, segmenter, arguments.out / "clicked", watch)
    if scores is None:
        return False
    report = scores.as_json()
    if arguments.json is not None:
        write_json(arguments.json, report)
    for line in table(report):
        console.say(line)
    console.say(f"masks after the last click: {arguments.out / 'clicked'}")
    return True


def _check_of_click_benchmark(arguments: argparse.Namespace) -> None:
    if arguments.every < 1:
        raise UserError(
            "--every is {every}, which is out of range.", "Set --every to 1 or more.", every=arguments.every
        )
    if (arguments.start == PREDICTION) != (arguments.predictions is not None):
        raise UserError(
            "--start prediction needs --predictions DIR, and the other way round.",
            "Use both, or neither to start from nothing.",
        )


def table(report: dict[str, Any]) -> list[str]:
    """The figures as a Markdown table, one line a sequence and one for all."""
    whole = {name: value for name, value in report.items() if name != "sequences"}
    columns = list(next(iter(report["sequences"].values())))
    lines = [f"| sequence | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    rows = {**report["sequences"], "all": whole}
    for name, row in rows.items():
        cells = [f"{row[column]:g}" if column.startswith("failures") else f"{row[column]:.3f}" for column in columns]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return [
        *lines,
        f"{whole['objects']} objects; {whole['ms_per_click']:.0f} ms a click",
    ]


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "benchmark",
        "Propagate every sequence of a DAVIS-layout folder from its first mask, and measure",
        "rpcm benchmark --dataset DAVIS --split val --out runs/val --json runs/val.json --baselines\n"
        "  rpcm benchmark --dataset DAVIS --split val --objects 3 --out runs/three\n"
        "  rpcm benchmark --clicks --dataset DAVIS --split val --out runs/clicks --json runs/clicks.json",
        run,
    )
    parser.add_argument(
        "--dataset", required=True, type=Path, metavar="ROOT", help=f"holds JPEGImages and Annotations; or '{DRAWN}'"
    )
    parser.add_argument("--split", metavar="NAME", help="a list in ImageSets, or 'all'")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="masks and tables go here")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write J and F of every object and frame here")
    parser.add_argument("--baselines", action="store_true", help="print beside it what needs no network")
    add_workers_argument(parser)
    add_generated_arguments(parser)
    add_protocol_arguments(parser)
    add_network_arguments(parser)
    add_view_arguments(parser)
    add_settings_arguments(parser)
    add_click_arguments(parser)
    _add_annotator_arguments(parser)


def _add_annotator_arguments(parser: argparse.ArgumentParser) -> None:
    """``--annotate`` and what goes with it."""
    group = parser.add_argument_group("simulated annotator")
    group.add_argument(
        "--annotate", action="store_true", help="correct one frame after the other and propagate again, to see the gain"
    )
    group.add_argument(
        "--by", default="queue", choices=("queue", "uniform", "random", "oracle"), help="how frames are chosen (queue)"
    )
    group.add_argument(
        "--fix", default="mask", choices=("mask", "clicks", "stroke"), help="how a frame is corrected (mask)"
    )
    group.add_argument(
        "--seconds", type=float, default=120.0, metavar="S", help="modelled seconds for the corrections of a clip (120)"
    )


def _run_annotator(arguments: argparse.Namespace) -> int:
    """Annotate every clip, print a table, and write it beside a plot and the JSON file."""
    from core.cli.network import make_propagator
    from core.evaluation.benchmark import Watch
    from core.evaluation.dataset import find_sequences
    from core.evaluation.results import write_json
    from core.evaluation.review import annotate
    from core.files import write_atomically
    from core.network.weights import weights_metadata
    from core.review.quality import model_from

    if arguments.seconds <= 0:
        raise UserError("--seconds must be more than 0.", "Set --seconds to the time for one clip.")
    plan = annotate.Annotating(
        by=arguments.by, fix=arguments.fix, seconds=arguments.seconds, settings=settings_from(arguments)
    )
    clips = find_sequences(arguments.dataset, arguments.split)
    propagator = make_propagator(arguments.weights, arguments.device, arguments.precision, variant_from(arguments))
    model, clicker = model_from(weights_metadata(arguments.weights)), _clicker(arguments)
    curves: dict[str, list[annotate.Point]] = {}
    with stop_on_interrupt() as should_stop, console.ProgressBar("annotating") as bar:
        for clip in clips:
            bar.begin(clip.name, plan.most)
            watch = Watch(step=bar.step, should_stop=should_stop)
            points = annotate.annotate(clip, propagator, model, plan, watch, clicker)
            if should_stop():
                return INTERRUPTED
            curves[clip.name] = points
    text = annotate.table(curves, plan)
    console.say(text)
    if arguments.json is not None:
        write_json(arguments.json, annotate.as_json(curves, plan))
    write_atomically(arguments.out / "annotator.md", text.encode("utf-8", "backslashreplace"))
    annotate.write_plot(arguments.out / "annotator.svg", curves, plan.seconds)
    return 0


def _clicker(arguments: argparse.Namespace) -> Clicker | None:
    """Clicks every object until it is right, with the click tool of the weights; None where none is asked for."""
    if arguments.fix != "clicks":
        return None
    from core.cli.segment import make_segmenter
    from core.evaluation.clicks import clicked_masks

    segmenter = make_segmenter(arguments.weights, arguments.device, arguments.precision)
    return lambda image, given, true: clicked_masks(segmenter.prepare(image), given, true)


def run(arguments: argparse.Namespace) -> int:
    """Propagate, measure, print and write."""
    from core.evaluation.benchmark import Watch

    check_protocol(arguments)
    if arguments.split is None and str(arguments.dataset) != DRAWN:
        raise UserError("No split was given (--split).", "Add --split with a list in ImageSets, or 'all'.")
    if arguments.clicks:
        return _run_clicks(arguments)
    if arguments.annotate:
        return _run_annotator(arguments)
    with stop_on_interrupt() as should_stop, console.ProgressBar("propagating") as bar:
        watch = Watch(bar.begin, bar.step, should_stop)
        measured = _measured(arguments, watch)
        stopped = should_stop()
    if measured is not None:
        _report(arguments, *measured)
    if stopped:
        console.note(f"Interrupted; what is finished is in {arguments.out}.")
    return INTERRUPTED if stopped else 0


def _run_clicks(arguments: argparse.Namespace) -> int:
    from core.evaluation.benchmark import Watch

    with stop_on_interrupt() as should_stop, console.ProgressBar("clicking") as bar:
        done = measure_clicks(arguments, Watch(bar.begin, bar.step, should_stop))
    return 0 if done else INTERRUPTED


def _measured(
    arguments: argparse.Namespace, watch: Watch
) -> tuple[BenchmarkResult, dict[str, BenchmarkResult], SeenUnseen | None] | None:
    """The network's result, those of the baselines, and YouTube-VOS's figures; None where stopped before any."""
    settings = settings_from(arguments)
    # What can be wrong is found before anything is made and the network is loaded.
    _check(arguments, settings)
    if is_generated(arguments):
        from core.evaluation.synthetic_clips import SPLIT

        root = make(arguments, watch)
        if root is None:
            return None
        arguments.dataset, arguments.split = root, SPLIT
    result = _network_result(arguments, settings, watch)
    if result is None:
        return None
    split = halves(arguments, result.evaluation)
    _write_scores(arguments, result, {} if split is None else {"YouTube-VOS": split.as_json()})
    return result, _baselines(arguments, watch) if arguments.baselines else {}, split


def _check(arguments: argparse.Namespace, settings: PropagationSettings) -> None:
    from core.evaluation.dataset import find_sequences
    from core.propagation.checks import check_settings

    check_settings(settings)
    if str(arguments.dataset) != DRAWN:
        find_sequences(arguments.dataset, arguments.split)


def _network_result(
    arguments: argparse.Namespace, settings: PropagationSettings, watch: Watch
) -> BenchmarkResult | None:
    from core.cli.network import make_propagator
    from core.evaluation.benchmark import benchmark, network_method

    propagator = make_propagator(arguments.weights, arguments.device, arguments.precision, variant_from(arguments))
    method = network_method(propagator, settings, watch.should_stop)
    out = arguments.out / "predictions"
    return benchmark(arguments.dataset, arguments.split, out, method, watch=watch, **_how(arguments))


def _how(arguments: argparse.Namespace) -> dict[str, Any]:
    return {"workers": arguments.workers, "last_frame": arguments.protocol == YOUTUBE_VOS}


def _baselines(arguments: argparse.Namespace, watch: Watch) -> dict[str, BenchmarkResult]:
    from core.evaluation.benchmark import benchmark_baselines

    out = arguments.out / "baselines"
    return benchmark_baselines(arguments.dataset, arguments.split, out, watch=watch, **_how(arguments))


def _write_scores(arguments: argparse.Namespace, result: BenchmarkResult, more: dict[str, Any]) -> None:
    from core.evaluation.results import write_csv, write_json

    if result.evaluation.with_several_objects:
        more = {**more, "identity swaps": result.evaluation.swaps_as_json()}
    if arguments.json is not None:
        write_json(arguments.json, {**result.as_json(), **more})
    write_csv(arguments.out / "sequences.csv", result.evaluation)


def _report(
    arguments: argparse.Namespace,
    result: BenchmarkResult,
    baselines: dict[str, BenchmarkResult],
    split: SeenUnseen | None,
) -> None:
    """Print the figures, and write them as ``results.md`` with the decay over time beside."""
    from core.evaluation.decay import decay_curve, write_decay
    from core.evaluation.results import comparison_table, sequence_table, swaps_text
    from core.files.owned import write_own

    report(result.evaluation, split)
    speed = f"{result.seconds_per_frame:.3f} s per frame"
    console.say(speed)
    text = f"# {arguments.dataset.name}, {arguments.split}\n\n{sequence_table(result.evaluation)}\n{speed}\n"
    if result.evaluation.with_several_objects:
        text += f"\n{swaps_text(result.evaluation)}\n"
    methods = {f"network ({arguments.weights})": result, **baselines}
    if baselines:
        comparison = comparison_table({name: each.evaluation for name, each in methods.items()})
        console.say(f"\n{comparison}")
        text += f"\n## Beside what needs no network\n\n{comparison}"
    write_own(arguments.out / "results.md", text.encode("utf-8", "backslashreplace"))
    write_decay(arguments.out / "decay", {name: decay_curve(each.evaluation) for name, each in methods.items()})
    console.say(f"masks, sequences.csv, results.md and decay.svg: {arguments.out}")
