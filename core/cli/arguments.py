"""Arguments that several commands share, and values that they read from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.types import PropagationSettings

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

Run = Callable[[argparse.Namespace], int]

_DEFAULTS = PropagationSettings()


@dataclass(frozen=True, slots=True)
class SeedArgument:
    """``MASK.png[@FRAME]``; ``frame`` is None where it was not said."""

    path: Path
    frame: int | None


@dataclass(frozen=True, slots=True)
class FrameRange:
    """``A:B``, both included; an end left out is None."""

    first: int | None
    last: int | None


def add_command(commands: Commands, name: str, summary: str, example: str, run: Run) -> argparse.ArgumentParser:
    """Add a command whose help ends with ``example``."""
    parser = commands.add_parser(
        name,
        help=summary[0].lower() + summary[1:],
        description=summary + ".",
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def add_network_arguments(parser: argparse.ArgumentParser) -> None:
    """``--weights``, ``--device``, ``--precision``."""
    group = parser.add_argument_group("network")
    group.add_argument("--weights", default="compact", metavar="NAME|FILE", help="bundled weights or a file (compact)")
    group.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"), help="where to compute")
    group.add_argument("--precision", default="auto", choices=("auto", "fp64", "fp32", "bf16", "fp16"))


def add_settings_arguments(parser: argparse.ArgumentParser) -> None:
    """How a run is computed: tau, alpha, the entropy's unit and the pool."""
    group = parser.add_argument_group("reliable patches")
    group.add_argument(
        "--tau", type=int, default=_DEFAULTS.tau, help=f"frames between two that join the pool ({_DEFAULTS.tau})"
    )
    group.add_argument(
        "--alpha",
        type=float,
        default=_DEFAULTS.alpha,
        help=f"entropy above which a pixel is unsure ({_DEFAULTS.alpha})",
    )
    group.add_argument(
        "--entropy",
        default=_DEFAULTS.entropy_unit,
        choices=("normalised", "nats"),
        help=f"unit of alpha ({_DEFAULTS.entropy_unit}: divided by ln(objects + 1))",
    )
    group.add_argument(
        "--pool-budget",
        type=_pool_budget,
        default=_DEFAULTS.pool_budget,
        metavar="N|all",
        help=f"most frames in the pool beside references ({_DEFAULTS.pool_budget})",
    )
    group.add_argument("--no-pool", action="store_true", help="let references alone into the pool")


def settings_from(arguments: argparse.Namespace, keep_probabilities: bool = False) -> PropagationSettings:
    """The settings that :func:`add_settings_arguments` read."""
    return PropagationSettings(
        tau=arguments.tau,
        alpha=arguments.alpha,
        entropy_unit=arguments.entropy,
        use_pool=not arguments.no_pool,
        pool_budget=arguments.pool_budget,
        keep_probabilities=keep_probabilities,
    )


def seed_argument(text: str) -> SeedArgument:
    """Read ``MASK.png`` or ``MASK.png@FRAME``. A file whose name itself ends in ``@`` and digits is taken as it is."""
    path, at, frame = text.rpartition("@")
    if at and path and frame.isdecimal() and not Path(text).is_file():
        return SeedArgument(Path(path), int(frame))
    return SeedArgument(Path(text), None)


def frame_range(text: str) -> FrameRange:
    """Read ``A:B``, ``A:`` or ``:B``."""
    first, colon, last = text.partition(":")
    if not colon or any(end and not end.isdecimal() for end in (first, last)):
        raise argparse.ArgumentTypeError(f"'{text}' is no range: write A:B, both included, frames counted from 0")
    return FrameRange(*(int(end) if end else None for end in (first, last)))


def _pool_budget(text: str) -> int | None:
    if text == "all":
        return None
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"'{text}' is neither a number of frames nor 'all'")
    return int(text)
