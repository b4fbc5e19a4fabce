"""Colours of objects: distinct, and told apart by colour-blind people."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from core.masks.palette import Colour, Palette, colour, next_colour, palette_of
from core.types import ObjectInfo

# Viénot, Brettel and Mollon, 1999: linear RGB as a protanope and a deuteranope see it.
_BLINDNESS = {
    "protan": np.array([[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]]),
    "deutan": np.array([[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]]),
}


def seen(rgb: Colour, matrix: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    linear = (np.array(rgb) / 255) ** 2.2
    found: npt.NDArray[np.float64] = np.clip(matrix @ linear, 0, 1) ** (1 / 2.2) * 255
    return found


@pytest.mark.parametrize("palette", list(Palette))
def test_that_every_id_has_a_colour_of_its_own(palette: Palette) -> None:
    ids = 254 if palette is Palette.DISTINCT else 35
    colours = [colour(palette, number) for number in range(1, ids + 1)]
    assert len(set(colours)) == ids
    assert all(0 <= channel <= 255 for rgb in colours for channel in rgb)


@pytest.mark.parametrize("kind", sorted(_BLINDNESS))
def test_that_the_safe_colours_stay_apart_for_colour_blind_people(kind: str) -> None:
    colours = [seen(colour(Palette.SAFE, number), _BLINDNESS[kind]) for number in range(1, 8)]
    gaps = [np.abs(a - b).max() for n, a in enumerate(colours) for b in colours[:n]]
    assert min(gaps) > 25


def test_that_new_objects_follow_the_palette_in_use_and_take_no_colour_twice() -> None:
    objects: list[ObjectInfo] = []
    for number in range(1, 12):
        objects.append(ObjectInfo(number, str(number), next_colour(objects, number)))
    assert [info.colour for info in objects] == [colour(Palette.DISTINCT, info.id) for info in objects]
    safe = [ObjectInfo(n, str(n), colour(Palette.SAFE, n)) for n in (1, 3)]
    assert palette_of(safe) is Palette.SAFE
    assert next_colour(safe, 3) == colour(Palette.SAFE, 2)
