"""``rpcm project``: what is in a project file, whether it is whole, and taking care of it.

``rpcm project proxy``: small copies of a very large clip's frames, for quick scrubbing in the window.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.cli import console
from core.cli.arguments import Run, add_command
from core.cli.console import INTERRUPTED, stop_on_interrupt
from core.cli.datasets import tell_warnings
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.project.maintenance.repair import Salvage
    from core.project.maintenance.summary import ProjectSummary
    from core.project.tables.source import SourceReference


_MIB = 2**20


def add_proxy_parser(under: Commands) -> None:
    """Add the command to those of ``rpcm project``."""
    parser = add_command(
        under,
        "proxy",
        "Make small copies of the frames of a clip of 4K and up, so that the window scrubs quickly",
        "rpcm project proxy holiday.rpcm\n  rpcm project proxy holiday.rpcm --remove",
        proxy,
    )
    parser.add_argument("project", type=Path, metavar="FILE", help="a project file (.rpcm)")
    parser.add_argument("--remove", action="store_true", help="remove the proxy instead")


def proxy(arguments: argparse.Namespace) -> int:
    """Make the proxy of a project's clip, or remove it."""
    return _remove(arguments.project) if arguments.remove else _make(arguments.project)


def _make(project: Path) -> int:
    from core.project.store import ProjectStore
    from core.video.proxy import make_proxy
    from core.video.source import open_source

    with closing(ProjectStore.open(project, read_only=True)) as store:
        media = store.source_path()
    with open_source(media) as source, stop_on_interrupt() as stop, console.ProgressBar("proxy", unit="frame") as bar:
        tell_warnings(source)
        made = make_proxy(source, bar.show, stop)
    if made is None:
        return INTERRUPTED
    console.say(f"{made.path}: {made.frame_count} frames, {made.size / _MIB:.1f} MiB")
    return 0


def _remove(project: Path) -> int:
    from core.project.store import ProjectStore
    from core.video.proxy import remove_proxy
    from core.video.source import open_source

    with closing(ProjectStore.open(project, read_only=True)) as store:
        fingerprints = {store.source.reference.fingerprint}
        # The clip may be gone: its proxy is known by the project, too.
        with suppress(UserError), open_source(store.source_path()) as source:
            fingerprints.add(source.fingerprint())
    removed = [remove_proxy(fingerprint) for fingerprint in sorted(fingerprints)]
    console.say("The proxy was removed." if any(removed) else f"{project} has no proxy.")
    return 0


FINDINGS = 1


def add_parser(commands: Commands) -> None:
    """Add the command and those under it."""
    summary = "Look into a project file (.rpcm), check, compact, repair, relink or collect it, or make a proxy"
    parser = commands.add_parser("project", help=summary[0].lower() + summary[1:], description=f"{summary}.")
    under = parser.add_subparsers(title="what to do", metavar="ACTION", required=True)
    _add(under, "info", "Say what is in a project", "rpcm project info holiday.rpcm --json", info).add_argument(
        "--json", action="store_true", help="as JSON"
    )
    check_parser = _add(
        under,
        "check",
        "Check every page, mask and map, and whether the video is the same",
        "rpcm project check h.rpcm",
        check,
    )
    check_parser.add_argument("--no-video", action="store_true", help="leave the video alone")
    compact_parser = _add(
        under, "compact", "Give back space that holds nothing any more", "rpcm project compact holiday.rpcm", compact
    )
    compact_parser.add_argument("--keep-undone", action="store_true", help="keep what undone runs predicted")
    _add_repair(under)
    _add_relink(under)
    collect_parser = _add(
        under,
        "collect",
        "Copy a project and its frames into a new folder, which can be moved anywhere",
        "rpcm project collect holiday.rpcm --out to-my-colleague",
        collect,
    )
    collect_parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="a new or empty folder")
    add_proxy_parser(under)


def _add_repair(under: Commands) -> None:
    parser = _add(
        under,
        "repair",
        "Write what can be read of a damaged project into a new file; the damaged one stays as it is",
        "rpcm project repair holiday.rpcm --out holiday-repaired.rpcm",
        repair,
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="the new project (NAME.repaired.rpcm beside it)")


def _add_relink(under: Commands) -> None:
    parser = _add(
        under,
        "relink",
        "Tell a project where its video is now",
        "rpcm project relink holiday.rpcm /media/disk/holiday.mp4\n"
        "  rpcm project relink holiday.rpcm /media/disk            # finds it by its content",
        relink,
    )
    parser.add_argument("video", type=Path, metavar="VIDEO", help="video, folder of images, or a folder to search")
    parser.add_argument("--accept-other", action="store_true", help="take it although it is another file by now")


def _add(under: Commands, name: str, summary: str, example: str, run: Run) -> argparse.ArgumentParser:
    parser = add_command(under, name, summary, example, run)
    parser.add_argument("project", type=Path, metavar="FILE", help="a project file (.rpcm)")
    return parser


def info(arguments: argparse.Namespace) -> int:
    """Print numbers of the project."""
    from core.project.maintenance.summary import summarise

    summary = summarise(arguments.project)
    if arguments.json:
        console.say(json.dumps(_as_json(summary), indent=2))
        return 0
    for subject, words in _as_text(summary):
        console.say(f"{subject + ':' if subject else '':11}{words}")
    return 0


def _as_text(summary: ProjectSummary) -> Iterable[tuple[str, str]]:
    source = summary.source
    yield "project", str(summary.path)
    yield (
        "size",
        f"{summary.size / _MIB:.1f} MiB, {summary.unused / _MIB:.1f} MiB of it unused; layout {summary.layout}",
    )
    yield "frames", f"{source.frame_count} of {source.width}x{source.height} at {source.fps:.3f} a second"
    yield "video", str(summary.found or f"{source.path} (not there: rpcm project relink)")
    yield "annotated", f"{summary.annotated} frames"
    yield "reviewed", f"{summary.reviewed} frames"
    yield "predicted", f"{summary.predicted} frames"
    yield "history", f"{summary.steps} steps"
    for place, (one, drawn) in enumerate(summary.objects):
        category = f" ({one.category})" if one.category else ""
        yield "" if place else "objects", f"{one.id:3}  {one.name}{category}: drawn on {drawn} frames"
    for place, (run, count) in enumerate(summary.runs):
        yield "" if place else "runs", f"{run.id:3}  {run.created}: {count} frames{'' if run.active else ', undone'}"


def _as_json(summary: ProjectSummary) -> dict[str, Any]:
    source = summary.source
    return {
        "path": str(summary.path),
        "bytes": summary.size,
        "unused_bytes": summary.unused,
        "layout": summary.layout,
        "video": {
            "path": str(source.path),
            "found": None if summary.found is None else str(summary.found),
            "fingerprint": source.fingerprint,
            "frames": source.frame_count,
            "width": source.width,
            "height": source.height,
            "fps": source.fps,
        },
        "objects": [
            {"id": one.id, "name": one.name, "category": one.category, "colour": one.colour, "drawn_frames": drawn}
            for one, drawn in summary.objects
        ],
        "annotated_frames": summary.annotated,
        "reviewed_frames": summary.reviewed,
        "predicted_frames": summary.predicted,
        "runs": [
            {"id": run.id, "created": run.created, "active": run.active, "frames": count, "request": run.request}
            for run, count in summary.runs
        ],
        "history": summary.steps,
    }


def check(arguments: argparse.Namespace) -> int:
    """Print what is wrong; 0 where nothing is, 1 where something is."""
    from core.project.integrity import examine

    path = _existing(arguments.project)
    with stop_on_interrupt() as should_stop, console.ProgressBar("checking", unit="mask") as bar:
        found = examine(path, bar.show, should_stop)
    if found is None:
        return INTERRUPTED
    findings = [*found, *([] if arguments.no_video or found else _video_findings(path))]
    for finding in findings:
        console.say(f"[!!] {finding}")
    for warning in () if arguments.no_video or found else _video_warnings(path):
        console.say(f"[??] {warning}")
    if found:
        console.say(f"     -> rpcm project repair {arguments.project}")
    console.say("The project is whole." if not findings else f"{len(findings)} findings.")
    return FINDINGS if findings else 0


def _video_findings(path: Path) -> list[str]:
    from core.project.maintenance.summary import summarise
    from core.project.tables.source import same_shape

    summary = summarise(path)
    if summary.found is None:
        return [f"the video is not at {summary.source.path} any more: rpcm project relink {path} VIDEO"]
    try:
        now = _probe(summary.found, summary.source, tell=False)
    except UserError as error:
        return [str(error)]
    known = summary.source
    if not same_shape(now, known):
        size = f"{now.frame_count} of {now.width}x{now.height}"
        return [f"{summary.found} has other frames than when it was annotated: {size}"]
    if now.fingerprint != known.fingerprint:
        return [f"{summary.found} changed since it was annotated; its frames have the same number and size"]
    return []


def _video_warnings(path: Path) -> tuple[str, ...]:
    """What is odd about the frames, which is not a fault of the project."""
    from core.project.frames import open_as_known
    from core.project.maintenance.summary import summarise

    summary = summarise(path)
    if summary.found is None:
        return ()
    try:
        with open_as_known(summary.found, summary.source) as source:
            return source.warnings
    except UserError:
        return ()  # the findings have it


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise UserError("There is no project at {path}.", "Check the name.", path=path)
    return path


def _probe(media: Path, known: SourceReference | None = None, *, tell: bool = True) -> SourceReference:
    from core.project.frames import open_as_known
    from core.project.tables.source import SourceReference
    from core.video.source import open_source

    with open_source(media) if known is None else open_as_known(media, known) as source:
        if tell:
            tell_warnings(source)
        return SourceReference(
            source.path, source.fingerprint(), source.frame_count, source.height, source.width, source.fps
        )


def compact(arguments: argparse.Namespace) -> int:
    """Make the file smaller and say by how much."""
    from core.project.maintenance.upkeep import compact as compacted

    done = compacted(arguments.project, keep_undone=arguments.keep_undone)
    if done.dropped:
        console.say(f"{done.dropped} results of undone runs dropped.")
    saved = done.before - done.after
    console.say(f"{saved} bytes saved: {done.before / _MIB:.1f} MiB before, {done.after / _MIB:.1f} MiB now.")
    return 0


def repair(arguments: argparse.Namespace) -> int:
    """Write a new project of what can be read, and say what is lost; 1 where something is."""
    from core.project.maintenance.repair import salvage

    path = _existing(arguments.project)
    done = salvage(path, arguments.out or path.with_name(f"{path.stem}.repaired{path.suffix}"))
    for sentence in _outcome(done):
        console.say(sentence)
    return 0 if done.complete else FINDINGS


def _outcome(done: Salvage) -> Iterable[str]:
    yield from (f"[ok] restored: {what}" for what in done.restored)
    yield from (f"[??] uncertain: {what}" for what in done.uncertain)
    yield from (f"[!!] lost: {what}" for what in done.lost)
    yield f"{done.annotations} masks of a person, {done.predictions} of runs: {done.path}"


def relink(arguments: argparse.Namespace) -> int:
    """Point the project to its video, found by its content where a folder of folders was named."""
    from contextlib import closing

    from core.project.store import ProjectStore
    from core.project.tables.source import same_shape

    with closing(ProjectStore.open(arguments.project)) as store:
        if store.read_only:
            raise UserError(
                "Cannot write '{path}'. {reason}",
                "Close it there, then try again.",
                path=store.path,
                reason=store.notes[0],
            )
        known = store.source.reference
        found = _probe(_searched(known, arguments.video), known)
        if arguments.accept_other and not same_shape(known, found):
            raise UserError(
                "{path} has {count} frames of {size} pixels, but the project has {known_count} of {known_size}.",
                "The masks would not fit. Choose the annotated video, or a copy of it.",
                path=found.path,
                count=found.frame_count,
                size=f"{found.width}x{found.height}",
                known_count=known.frame_count,
                known_size=f"{known.width}x{known.height}",
            )
        store.relink(found.path, found.fingerprint, accept_other=arguments.accept_other)
    console.say(f"{arguments.project} has its frames at {found.path}")
    return 0


def _searched(known: SourceReference, place: Path) -> Path:
    """``place`` itself, or what lies in it where it is a folder without images of its own."""
    from core.files.folders import files_with
    from core.project.maintenance.find_moved import find_moved
    from core.video.image_folder import IMAGE_SUFFIXES

    if not place.is_dir() or files_with(place, *IMAGE_SUFFIXES):
        return place
    found = find_moved(known, place)
    if found is None:
        raise UserError(
            "The video was not found in '{place}' or its subfolders.", "Give the path of the video.", place=place
        )
    return found


def collect(arguments: argparse.Namespace) -> int:
    """Copy the project and its frames."""
    from core.project.maintenance.upkeep import collect as collected

    with stop_on_interrupt() as should_stop, console.ProgressBar("copying", unit="B") as bar:
        project = collected(arguments.project, arguments.out, bar.show, should_stop)
    if project is None:
        return INTERRUPTED
    console.say(str(project))
    return 0
