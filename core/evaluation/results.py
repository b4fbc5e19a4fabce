"""What an evaluation found, and its forms on disk: JSON, CSV and a Markdown table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from core.evaluation.identity_swaps import Swap
from core.evaluation.metrics import Statistics, average, statistics
from core.files.folders import cell
from core.files.owned import write_own

CSV_COLUMNS = ("sequence", "J&F", "J mean", "J recall", "J decay", "F mean", "F recall", "F decay")


@dataclass(frozen=True, slots=True)
class ObjectScores:
    """J (``region``) and F (``boundary``) of an object, one value a measured frame, in order."""

    region: tuple[float, ...]
    boundary: tuple[float, ...]


@dataclass(frozen=True)
class Summary:
    """Statistics of J (``region``) and F (``boundary``) over some objects."""

    region: Statistics
    boundary: Statistics

    @property
    def mean(self) -> float:
        """J&F: the mean of both means."""
        return (self.region.mean + self.boundary.mean) / 2


@dataclass(frozen=True)
class Evaluation:
    """Scores by sequence and object id, at least one object; and the identity swaps of each sequence."""

    sequences: Mapping[str, Mapping[int, ObjectScores]]
    swaps: Mapping[str, Sequence[Swap]] = field(default_factory=dict)

    @cached_property
    def summary(self) -> Summary:
        """Means over all objects of all sequences, as the official DAVIS 2017 toolkit takes them."""
        return _summarise([scores for objects in self.sequences.values() for scores in objects.values()])

    def sequence_summaries(self) -> dict[str, Summary]:
        """Means over the objects of each sequence."""
        return {name: _summarise(list(objects.values())) for name, objects in self.sequences.items()}

    @property
    def with_several_objects(self) -> list[str]:
        """Names of the sequences in which identities can be mistaken."""
        return [name for name, objects in self.sequences.items() if len(objects) > 1]

    @property
    def swapped(self) -> list[str]:
        """Names of the sequences with at least one identity swap."""
        return [name for name in self.with_several_objects if self.swaps.get(name)]

    def as_json(self) -> dict[str, Any]:
        """The report with the fixed keys ``J&F``, ``J``, ``F`` and ``sequences``."""
        return {
            "J&F": self.summary.mean,
            "J": _statistics_json(self.summary.region),
            "F": _statistics_json(self.summary.boundary),
            "sequences": {
                name: {str(i): {"J": list(s.region), "F": list(s.boundary)} for i, s in objects.items()}
                for name, objects in self.sequences.items()
            },
        }

    def swaps_as_json(self) -> dict[str, list[dict[str, int]]]:
        """The identity swaps of each sequence with several objects."""
        return {name: [asdict(swap) for swap in self.swaps[name]] for name in self.with_several_objects}


def write_json(path: Path, report: Mapping[str, Any]) -> None:
    """Write ``report`` to ``path``, creating its folder. Raises UserError, also for a foreign file there."""
    write_own(path, encode_json(report))


def encode_json(report: Mapping[str, Any]) -> bytes:
    """``report`` as the content of a file."""
    return (json.dumps(report, indent=1) + "\n").encode("utf-8", "backslashreplace")


def write_csv(path: Path, evaluation: Evaluation) -> None:
    """One line a sequence, then one for all objects (``all``). Raises UserError."""
    rows = [*evaluation.sequence_summaries().items(), ("all", evaluation.summary)]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(CSV_COLUMNS)
    writer.writerows([cell(name), *(f"{value:.6f}" for value in _values(summary))] for name, summary in rows)
    write_own(path, text.getvalue().encode("utf-8", "backslashreplace"))


def comparison_table(methods: Mapping[str, Evaluation]) -> str:
    """Markdown: one line a method, with statistics over all objects."""
    return _markdown("method", [(name, evaluation.summary) for name, evaluation in methods.items()])


def sequence_table(evaluation: Evaluation) -> str:
    """Markdown: one line a sequence, then one for all objects."""
    return _markdown("sequence", [*evaluation.sequence_summaries().items(), ("**all**", evaluation.summary)])


def swaps_text(evaluation: Evaluation) -> str:
    """How many of the sequences with several objects are free of identity swaps, and what was swapped in the others."""
    several, swapped = evaluation.with_several_objects, evaluation.swapped
    lines = [f"no identity swaps in {len(several) - len(swapped)} of {len(several)} sequences with several objects"]
    for name in swapped:
        pairs = (f"{swap.first} and {swap.second} ({swap.frames} frames)" for swap in evaluation.swaps[name])
        lines.append(f"  {name}: {', '.join(pairs)}")
    return "\n".join(lines)


def _markdown(subject: str, rows: Sequence[tuple[str, Summary]]) -> str:
    header = [subject, *CSV_COLUMNS[1:]]
    lines = [header, ["---", *["---:"] * (len(header) - 1)]]
    lines += [[name, *(f"{value:.3f}" for value in _values(summary))] for name, summary in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _values(summary: Summary) -> list[float]:
    region, boundary = summary.region, summary.boundary
    parts = (region.mean, region.recall, region.decay, boundary.mean, boundary.recall, boundary.decay)
    return [summary.mean, *parts]


def _summarise(scores: Sequence[ObjectScores]) -> Summary:
    return Summary(
        average([statistics(each.region) for each in scores]), average([statistics(each.boundary) for each in scores])
    )


def _statistics_json(part: Statistics) -> dict[str, float]:
    return {"mean": part.mean, "recall": part.recall, "decay": part.decay}
