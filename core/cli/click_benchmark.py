"""``rpcm benchmark --clicks``: how many clicks a mask costs on a data set."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.cli import console
from core.errors import UserError

if TYPE_CHECKING:
    from core.evaluation.benchmark import Watch

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

    _check(arguments)
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


def _check(arguments: argparse.Namespace) -> None:
    if arguments.every < 1:
        raise UserError(f"--every is {arguments.every}, which is out of range.", "Give --every as 1 or more.")
    if (arguments.start == PREDICTION) != (arguments.predictions is not None):
        raise UserError(
            "--start prediction and --predictions DIR belong together.", "Give both, or neither to start from nothing."
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
