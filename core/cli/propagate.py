"""``rpcm propagate``: masks of a few frames in, masks of all frames out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.cli import console
from core.cli.arguments import (
    add_command,
    add_network_arguments,
    add_settings_arguments,
    add_view_arguments,
    frame_range,
    seed_argument,
    settings_from,
    variant_from,
)
from core.cli.console import INTERRUPTED, stop_on_interrupt
from core.cli.datasets import add_as_stored, tell_warnings
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.cli.run_folder import RunFolder
    from core.propagation.propagator import Propagator
    from core.review.estimator import QualityEstimator
    from core.types import FrameResult, RunRequest, Seed
    from core.video.frame_source import FrameSource

PROJECT_SUFFIX = ".rpcm"


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "propagate",
        "Propagate masks through a video or a folder of images",
        "rpcm propagate clip.mp4 --seed first.png --seed corrected.png@120 --out result --range 0:300\n"
        "  rpcm propagate clip.rpcm --out result",
        run,
    )
    parser.add_argument(
        "source",
        type=Path,
        metavar="SOURCE",
        help="a video file, a folder of images, or a project (.rpcm): its annotated frames are the seeds then, and "
        "weights adapted to it are used",
    )
    parser.add_argument(
        "--seed",
        default=[],
        action="append",
        type=seed_argument,
        metavar="MASK.png[@FRAME]",
        help="indexed mask of a frame, counted from 0 (the first one); may be given several times. A later mask of "
        "new objects lets them join; any other starts again and must show every object",
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="masks, reliability and report go here")
    parser.add_argument("--overwrite", action="store_true", help="replace the files of an earlier run in DIR")
    parser.add_argument("--range", type=frame_range, metavar="A:B", help="frames to propagate over, both included")
    parser.add_argument(
        "--direction",
        default="forward",
        choices=("forward", "backward", "both"),
        help="both: what lies between two seeds is filled from either side and fused",
    )
    add_as_stored(parser)
    parser.add_argument("--save-probabilities", action="store_true", help="write every object's probabilities, too")
    add_network_arguments(parser)
    add_view_arguments(parser)
    add_settings_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Propagate and write; what is finished stays when it is interrupted."""
    from core.cli.network import make_propagator
    from core.cli.run_folder import RunFolder

    given = _given(arguments)
    with stop_on_interrupt() as should_stop, _opened(given, as_stored=arguments.as_stored) as source:
        tell_warnings(source)
        request = _request(arguments, given, source)
        folder = RunFolder(
            arguments.out,
            source,
            save_probabilities=arguments.save_probabilities,
            review=reviewer(given.weights, request),
            direction=request.direction,
        )
        _claim(folder, arguments, given, request, source)
        propagator = make_propagator(given.weights, arguments.device, arguments.precision, variant_from(arguments))
        for seed in request.seeds:
            folder.write_seed(seed)
        with folder.reported(_about(arguments, given, request, propagator), should_stop):
            propagate(propagator, source, request, [folder.write_result], should_stop)
    tell_speed(folder)
    _tell_lost(folder.never_found)
    console.say(f"masks, reliability and report.json: {arguments.out}")
    return INTERRUPTED if should_stop() else 0


def reviewer(weights: str, request: RunRequest) -> QualityEstimator:
    """What judges the results of a run by the quality model of its weights. Raises UserError."""
    from core.network.weights import weights_metadata
    from core.review.estimator import QualityEstimator
    from core.review.quality import model_from

    return QualityEstimator(model_from(weights_metadata(weights)), request.settings.entropy_unit)


def propagate(
    propagator: Propagator,
    source: FrameSource,
    request: RunRequest,
    receivers: Sequence[Callable[[FrameResult], None]],
    should_stop: Callable[[], bool],
) -> None:
    """Hand every result of the run to the receivers, with a bar."""
    from core.propagation.fusion import frame_total, fused

    progress = console.ProgressBar("propagating", frame_total(request))
    with closing(fused(propagator.run, source, request, should_stop)) as results, progress as bar:
        for result in results:
            for receive in receivers:
                receive(result)
            bar.step()


def tell_speed(folder: RunFolder) -> None:
    """Print how fast a run was, writing included."""
    speed = f"{folder.frames_per_second:.2f} frames/s"
    console.say(f"{folder.frame_count} frames in {folder.seconds:.1f} s ({speed})")


def _tell_lost(objects: Sequence[int]) -> None:
    if objects:
        named = f"Object {objects[0]} was" if len(objects) == 1 else f"Objects {', '.join(map(str, objects))} were"
        console.note(f"rpcm: {named} found on no other frame than those annotated.")
        console.note(
            "      If that is wrong, they may be too small at the size that the network works at: crop the video "
            "around them, or use --full-resolution."
        )


@dataclass(frozen=True, slots=True)
class _Given:
    """What SOURCE stands for: where its frames lie, which weights suit it, and the project if it is one."""

    frames: Path
    weights: str
    project: Path | None = None


def _given(arguments: argparse.Namespace) -> _Given:
    from core.project.adapted_weights import weights_for
    from core.project.store import ProjectStore

    if arguments.source.suffix != PROJECT_SUFFIX:
        if not arguments.seed:
            raise UserError("There is no mask to propagate.", "Add one with --seed MASK.png[@FRAME].")
        return _Given(arguments.source, arguments.weights)
    with closing(ProjectStore.open(arguments.source, read_only=True)) as store:
        return _Given(store.source_path(), weights_for(store, arguments.weights), arguments.source)


def _claim(
    folder: RunFolder, arguments: argparse.Namespace, given: _Given, request: RunRequest, source: FrameSource
) -> None:
    """Refuse what would be destroyed before anything is written and the network is loaded."""
    from core.video.source import sources_of

    project = [] if given.project is None else [given.project]
    keep = [*sources_of(source), *project, *(seed.path for seed in arguments.seed)]
    frames = {*range(request.first, request.last + 1), *(seed.index for seed in request.seeds)}
    folder.claim(sorted(frames), keep, overwrite=arguments.overwrite)


def _opened(given: _Given, *, as_stored: bool) -> FrameSource:
    from core.project.frames import open_frames
    from core.project.store import ProjectStore
    from core.video.source import open_source

    if given.project is None:
        return open_source(given.frames, as_stored=as_stored)
    with closing(ProjectStore.open(given.project, read_only=True)) as store:
        return open_frames(store)


def _seeds(
    arguments: argparse.Namespace, given: _Given, source: FrameSource, first: int, last: int
) -> tuple[Seed, ...]:
    from core.cli.run_folder import read_seeds
    from core.project.seeds import seeds_between
    from core.project.store import ProjectStore

    if arguments.seed or given.project is None:
        return read_seeds(arguments.seed, source, first, last, arguments.direction)
    with closing(ProjectStore.open(given.project, read_only=True)) as store:
        found = seeds_between(store, first, last, arguments.direction)
    if not found:
        raise UserError(
            "{project} has no annotated frame with an object from frame {first} to {last}.",
            "Annotate one, or use --seed.",
            project=given.project.name,
            first=first,
            last=last,
        )
    return found


def _request(arguments: argparse.Namespace, given: _Given, source: FrameSource) -> RunRequest:
    from core.cli.run_folder import resolve_range
    from core.propagation.checks import check_clip, check_range, check_settings
    from core.propagation.plan import plan
    from core.types import RunRequest

    settings = settings_from(arguments, arguments.save_probabilities)
    check_settings(settings)
    first, last = resolve_range(source, arguments.range)
    check_range(first, last, source.frame_count)
    seeds = _seeds(arguments, given, source, first, last)
    request = RunRequest(
        run_id=1, seeds=seeds, first=first, last=last, direction=arguments.direction, settings=settings
    )
    # What can be wrong is found before anything is written and the network is loaded.
    check_clip(request, source.frame_count, source.height, source.width)
    plan(request)
    return request


def _about(arguments: argparse.Namespace, given: _Given, request: RunRequest, propagator: Propagator) -> dict[str, Any]:
    settings = request.settings
    return {
        "source": str(arguments.source),
        "weights": given.weights,
        "device": str(propagator.device),
        "precision": propagator.precision,
        "range": [request.first, request.last],
        "direction": request.direction,
        "seeds": [{"index": seed.index, "mode": seed.mode.value} for seed in request.seeds],
        "settings": {
            "tau": settings.tau,
            "alpha": settings.alpha,
            "entropy": settings.entropy_unit,
            "use_pool": settings.use_pool,
            "match_patches": settings.match_patches,
            "filter_unsure": settings.filter_unsure,
            "pool_budget": settings.pool_budget,
            "pool_pixels": settings.pool_pixels,
            "pool_rule": settings.pool_rule,
        },
    }
