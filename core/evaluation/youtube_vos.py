"""YouTube-VOS's figures: J and F of categories seen and unseen in training, and the mean of the four.

Xu et al., "YouTube-VOS: A Large-Scale Video Object Segmentation Benchmark", 2018, Section 4. Every object counts alike
within its half. An object is measured on the annotated frames after the one where it first has a mask, the last
included (``evaluate(..., last_frame=True)``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import UserError
from core.evaluation.results import Evaluation, ObjectScores
from core.files import read_text
from core.files.documents import parse_json

Categories = Mapping[str, Mapping[int, str]]
"""Category by sequence and object id."""


@dataclass(frozen=True, slots=True)
class Half:
    """Mean J (``region``) and F (``boundary``) over the ``objects`` of seen or of unseen categories, 0..1."""

    region: float
    boundary: float
    objects: int


@dataclass(frozen=True, slots=True)
class SeenUnseen:
    """Both halves; None where the data hold no object of one."""

    seen: Half | None
    unseen: Half | None

    @property
    def overall(self) -> float | None:
        """The mean of Js, Ju, Fs and Fu; None where a half is missing."""
        if self.seen is None or self.unseen is None:
            return None
        return (self.seen.region + self.seen.boundary + self.unseen.region + self.unseen.boundary) / 4

    def as_json(self) -> dict[str, float | int | None]:
        """Flat, with the names of the benchmark's server: ``Js``, ``Ju``, ``Fs``, ``Fu`` and ``overall``."""
        report: dict[str, float | int | None] = {"overall": self.overall}
        for letter, half in (("s", self.seen), ("u", self.unseen)):
            report[f"J{letter}"] = half.region if half else None
            report[f"F{letter}"] = half.boundary if half else None
            report[f"objects {'seen' if letter == 's' else 'unseen'}"] = half.objects if half else 0
        return report

    def text(self) -> str:
        """One line for the user."""
        figures = self.as_json()
        names = ("overall", "Js", "Ju", "Fs", "Fu")
        shown = {name: "-" if figures[name] is None else f"{figures[name]:.4f}" for name in names}
        return "   ".join(f"{name} {value}" for name, value in shown.items())


def seen_unseen(evaluation: Evaluation, categories: Categories, seen: Collection[str]) -> SeenUnseen:
    """Split an evaluation by whether an object's category is among ``seen``.

    Raises:
        UserError: Where an object has no category.
    """
    halves: dict[bool, list[ObjectScores]] = {True: [], False: []}
    for sequence, objects in evaluation.sequences.items():
        for object_id, scores in objects.items():
            halves[_category(categories, sequence, object_id) in seen].append(scores)
    return SeenUnseen(_half(halves[True]), _half(halves[False]))


def read_categories(meta: Path) -> dict[str, dict[int, str]]:
    """The categories that a ``meta.json`` of YouTube-VOS names.

    Raises:
        UserError: Where the file is missing or of another form.
    """
    try:
        return {
            str(name): {int(number): str(each["category"]) for number, each in video["objects"].items()}
            for name, video in _read_json(meta)["videos"].items()
        }
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UserError(
            "{path} does not list a category for every object.",
            'Use the meta.json of the set: {{"videos": {{NAME: {{"objects": {{ID: {{"category": ...}}}}}}}}}}.',
            path=meta,
        ) from error


def read_seen(path: Path) -> frozenset[str]:
    """Categories seen in training: those in the training set's ``meta.json``, or the lines of a text file.

    Raises:
        UserError: Where the file is missing, of another form, or empty.
    """
    if path.suffix == ".json":
        seen = frozenset(each for objects in read_categories(path).values() for each in objects.values())
    else:
        seen = frozenset(line.strip() for line in read_text(path).splitlines() if line.strip())
    if not seen:
        raise UserError(
            "{path} does not list any categories.",
            "Use the meta.json of the training set, or a list with one category per line.",
            path=path,
        )
    return seen


def _read_json(path: Path) -> dict[str, Any]:
    text = read_text(path)
    try:
        loaded = parse_json(text)
    except ValueError as error:
        raise UserError(
            "{path} is not valid JSON ({reason}).", "Use the meta.json of the dataset.", path=path, reason=error
        ) from error
    return loaded if isinstance(loaded, dict) else {}


def _category(categories: Categories, sequence: str, object_id: int) -> str:
    try:
        return categories[sequence][object_id]
    except KeyError as error:
        raise UserError(
            "The list of categories does not contain object {id} of {sequence}.",
            "Use the meta.json of the set that is evaluated.",
            id=object_id,
            sequence=sequence,
        ) from error


def _half(scores: list[ObjectScores]) -> Half | None:
    if not scores:
        return None
    region = float(np.mean([np.mean(each.region) for each in scores]))
    return Half(region, float(np.mean([np.mean(each.boundary) for each in scores])), len(scores))
