"""``rpcm adapt``: fine-tune the network on the annotated frames of one project."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command
from core.cli.console import INTERRUPTED, stop_on_interrupt
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.project.store import ProjectStore
    from core.training.adaptation.adapt import AdaptOutcome, AdaptProgress

REFUSED = 1
_ABOUT = (
    "The adapted weights lie beside the project (13 MiB) and are used by every run of it whose weights they were made "
    "from, in the window and by `rpcm propagate PROJECT`. They are kept only where no annotated frame is predicted "
    "worse from the others than before; exit code 1 says that they were refused, and that nothing changed."
)


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "adapt",
        "Fine-tune the network on the frames that you annotated in a project, for a minute",
        "rpcm adapt clip.rpcm\n  rpcm adapt clip.rpcm --off\n\n" + _ABOUT,
        run,
    )
    parser.add_argument("project", type=Path, metavar="PROJECT", help="the .rpcm file; two annotated frames or more")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--off", action="store_true", help="use the weights as they were, keep the adapted ones")
    what.add_argument("--on", action="store_true", help="use the adapted weights again")
    what.add_argument("--undo", action="store_true", help="forget the adapted weights and remove their file")
    parser.add_argument("--seconds", type=float, default=60.0, metavar="S", help="of training (60)")
    parser.add_argument("--weights", default="compact", metavar="NAME|FILE", help="start from these (compact)")
    parser.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"), help="where to compute")
    parser.add_argument("--seed", type=int, default=0, help="of the draws (0)")


def run(arguments: argparse.Namespace) -> int:
    """Adapt, or switch what was adapted."""
    from core.project import adapted_weights

    with _writable(arguments.project) as store:
        if arguments.undo:
            adapted_weights.discard(store)
            console.say("The adapted weights are gone; runs use the weights chosen.")
        elif arguments.on or arguments.off:
            adapted_weights.switch(store, used=arguments.on)
            console.say(f"Adapted weights are {'on' if arguments.on else 'off'}.")
        else:
            return _adapt(store, arguments)
    return 0


def _adapt(store: ProjectStore, arguments: argparse.Namespace) -> int:
    from core.project.adapted_weights import keep
    from core.training.adaptation.adapt import AdaptSettings, adapt_project

    settings = AdaptSettings(
        weights=arguments.weights, seconds=arguments.seconds, device=arguments.device, seed=arguments.seed
    )
    with stop_on_interrupt() as should_stop, console.ProgressBar("adapting") as bar:
        outcome = adapt_project(store.path, settings, _shown(bar), should_stop)
    if outcome is None:
        console.note("Interrupted; nothing changed.")
        return INTERRUPTED
    if outcome.adaptation is not None:
        keep(store, outcome.adaptation)
    _tell(outcome)
    return REFUSED if outcome.adaptation is None else 0


def _shown(bar: console.ProgressBar) -> Callable[[AdaptProgress], None]:
    return lambda progress: bar.show(round(100 * progress.share), 100)


def _tell(outcome: AdaptOutcome) -> None:
    for frame in outcome.frames:
        console.say(f"frame {frame.index}: J {frame.before:.3f} -> {frame.after:.3f}")
    console.say(f"{outcome.text()} {outcome.steps} steps.")
    if outcome.file is not None:
        console.say(f"weights: {outcome.file}")


@contextmanager
def _writable(path: Path) -> Iterator[ProjectStore]:
    from core.project.store import ProjectStore

    store = ProjectStore.open(path)
    try:
        for note in store.notes:
            console.note(f"rpcm: {note}")
        if store.read_only:
            raise UserError(
                "Cannot change {path} now.", "Close it in the other window, or make it writable.", path=path
            )
        yield store
    finally:
        store.close()
