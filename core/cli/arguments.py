"""Arguments that several commands share, and values that they read from the command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from core.propagation.plan import PAPER
from core.types import Detail, PoolRule, PropagationSettings

if TYPE_CHECKING:
    from core.network.ensemble import Variant

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

Run = Callable[[argparse.Namespace], int]

_DEFAULTS = PropagationSettings()
ALL = "all"


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
    group.add_argument(
        "--precision",
        default="auto",
        choices=("auto", "fp64", "fp32", "bf16", "fp16"),
        help="of the network's arithmetic; auto is bf16 where the device has it, else fp32",
    )


def add_view_arguments(parser: argparse.ArgumentParser) -> None:
    """``--scales``, ``--flip``, ``--full-resolution``: how frames are fed to the network."""
    group = parser.add_argument_group("views")
    group.add_argument(
        "--scales",
        type=_scales,
        nargs="+",
        default=[],
        metavar="X",
        help="sizes at which each frame is seen, averaged; the paper's are 1.0 1.3 1.5 (1.0)",
    )
    group.add_argument("--flip", action="store_true", help="see each frame mirrored, too, and average")
    group.add_argument("--full-resolution", action="store_true", help="feed frames at their own size, however large")


def variant_from(arguments: argparse.Namespace) -> Variant:
    """What :func:`add_view_arguments` and ``--paper`` read. Loads torch."""
    from core.network.ensemble import Variant

    scales = tuple(scale for group in arguments.scales for scale in group)
    return Variant(arguments.paper, scales or (1.0,), arguments.flip, arguments.full_resolution)


def add_settings_arguments(parser: argparse.ArgumentParser) -> None:
    """How a run is computed: tau, alpha, the entropy's unit and the pool."""
    group = parser.add_argument_group("reliable patches")
    group.add_argument(
        "--paper",
        action="store_true",
        help="as the paper's reference computes: its sizes, entropy in nats above 1, a pool that keeps every frame",
    )
    group.add_argument("--tau", type=int, help=f"frames between two that join the pool ({_DEFAULTS.tau})")
    group.add_argument("--alpha", type=float, help=f"entropy above which a pixel is unsure ({_DEFAULTS.alpha})")
    group.add_argument(
        "--entropy",
        choices=("normalised", "nats"),
        help=f"unit of alpha ({_DEFAULTS.entropy_unit}: divided by ln(objects + 1))",
    )
    group.add_argument(
        "--pool-budget",
        type=_pool_budget,
        metavar="N|all",
        help=f"most frames in the pool beside references ({_DEFAULTS.pool_budget})",
    )
    group.add_argument(
        "--pool-pixels",
        type=_pool_budget,
        metavar="N|all",
        help="most pixels in the pool at matching size, references included (an eighth of the device's memory)",
    )
    group.add_argument(
        "--pool-rule",
        choices=get_args(PoolRule),
        help=f"which frame makes room beyond the budget ({_DEFAULTS.pool_rule})",
    )
    group.add_argument("--no-pool", action="store_true", help="let references alone into the pool")
    group.add_argument("--proxies-only", action="store_true", help="pooled frames augment object proxies, no matching")
    group.add_argument("--no-filter", action="store_true", help="let unsure pixels into the pool, too")
    group.add_argument(
        "--detail",
        choices=get_args(Detail),
        help="working resolution: closer where objects are small, or the network's usual one (automatic)",
    )


def settings_from(arguments: argparse.Namespace, keep_probabilities: bool = False) -> PropagationSettings:
    """The settings that :func:`add_settings_arguments` read; what was not said is as by default, or in the paper."""
    said = {
        "tau": arguments.tau,
        "alpha": arguments.alpha,
        "entropy_unit": arguments.entropy,
        "pool_budget": arguments.pool_budget,
        "pool_pixels": arguments.pool_pixels,
        "pool_rule": arguments.pool_rule,
        "use_pool": False if arguments.no_pool else None,
        "match_patches": False if arguments.proxies_only else None,
        "filter_unsure": False if arguments.no_filter else None,
        "detail": arguments.detail or ("standard" if arguments.paper else "automatic"),
    }
    changes: dict[str, Any] = {
        name: None if value == ALL else value for name, value in said.items() if value is not None
    }
    if arguments.pool_budget == ALL:
        # Who wants every frame wants every pixel of it.
        changes.setdefault("pool_pixels", None)
    base = PAPER if arguments.paper else _DEFAULTS
    return replace(base, keep_probabilities=keep_probabilities, **changes)


def seed_argument(text: str) -> SeedArgument:
    """Read ``MASK.png`` or ``MASK.png@FRAME``. A file whose name itself ends in ``@`` and digits is taken as it is."""
    path, at, frame = text.rpartition("@")
    if at and path and frame.isdecimal() and not Path(text).is_file():
        return SeedArgument(Path(path), int(frame))
    return SeedArgument(Path(text), None)


def frame_number(text: str) -> int:
    """Read a number of a frame, 0 or more."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"'{text}' is not the number of a frame: write 0 or more")
    return int(text)


def frame_range(text: str) -> FrameRange:
    """Read ``A:B``, ``A:`` or ``:B``."""
    first, colon, last = text.partition(":")
    if not colon or any(end and not end.isdecimal() for end in (first, last)):
        raise argparse.ArgumentTypeError(f"'{text}' is no range: write A:B, both included, frames counted from 0")
    return FrameRange(*(int(end) if end else None for end in (first, last)))


def _pool_budget(text: str) -> int | str:
    if text == ALL:
        return ALL
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"'{text}' is neither a number nor '{ALL}'")
    return int(text)


def _scales(text: str) -> list[float]:
    """One scale, or several parted by commas."""
    try:
        return [float(part) for part in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no scale: write --scales 1.0 1.3 1.5") from None
