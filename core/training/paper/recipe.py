"""What the paper's training is made of, as data (Section "Implementation details", and the reference's settings)."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from core.training.run import Budget


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A part of the run with a learning rate and a length of its own.

    Attributes:
        steps: Optimiser steps in the full recipe; a shorter run keeps the proportions.
        rate: Learning rate after the warm-up, falling as a polynomial to the recipe's least one.
        current: Frames a sequence that are predicted, beside the reference and the previous frame.
        mined_by: Share of the stage in which the pixels that count fall from all to the hardest.
        own_masks_from: Share of the stage after which predictions replace true masks of the previous frame.
    """

    steps: int
    rate: float
    current: int
    mined_by: float
    own_masks_from: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecipe(Budget):
    """SGD with Nesterov's momentum on cross-entropy over the hardest pixels, in stages.

    Attributes:
        stages: One after another.
        shares: Of the draws, per data set in the order given; empty: by their number of videos.
        momentum, decay: Of SGD; weight decay counts for every parameter, beta of the channel gates among them.
        power: Exponent of the polynomial decay.
        warm_up: Steps of a full stage in which the rate rises from nothing.
        least_rate: Floor of the rate.
        hardest: Share of pixels, those of the greatest loss, that count in the end.
        short_side: To which frames are brought before they are scaled and cropped.
        largest_scale: The most by which they are then enlarged.
        gap: The most frames from one frame of a sequence to the next.
        turned, mirrored: Chances of a sequence that runs backwards, or is seen in a mirror.
        crop_tries: How often a crop is drawn again that shows too little of every object on the reference.
        least_pixels: What is too little.
        most_objects: Further objects of a crop count as background.
        stills: Share of the sequences made from stills, where there are some.
    """

    stages: tuple[Stage, ...]
    shares: tuple[float, ...] = ()
    clips: int = 8
    momentum: float = 0.9
    decay: float = 15e-5
    power: float = 0.9
    warm_up: int = 1_000
    least_rate: float = 1e-5
    hardest: float = 0.15
    clip_norm: float = 5.0
    ema: float = 0.999
    size: int = 465
    grain: ClassVar[int] = 16
    rest: ClassVar[int] = 1
    short_side: int = 480
    largest_scale: float = 1.3
    gap: int = 3
    turned: float = 0.5
    mirrored: float = 0.5
    crop_tries: int = 5
    least_pixels: int = 100
    most_objects: int = 5
    stills: float = 0.5

    def limits(self) -> dict[str, tuple[Any, bool, str]]:
        """See :class:`Budget`."""
        rate = self.stages[0].rate
        return {**Budget.limits(self), "--rate": (rate, 0 < rate < math.inf, "more than 0")}

    @property
    def full_steps(self) -> int:
        """Steps of the recipe as it stands in the paper."""
        return sum(stage.steps for stage in self.stages)

    @property
    def longest(self) -> int:
        """Frames of the longest sequence, reference and previous frame included."""
        return 2 + max(stage.current for stage in self.stages)


YOUTUBE_VOS = PaperRecipe(
    stages=(
        Stage(steps=200_000, rate=0.02, current=3, mined_by=0.5, own_masks_from=0.5),
        # The second half goes on where the first ended: hardest pixels, own masks.
        Stage(steps=200_000, rate=0.01, current=5, mined_by=0.0, own_masks_from=0.0),
    ),
    steps=400_000,
)
"""The main run."""

DAVIS = replace(
    YOUTUBE_VOS,
    stages=(Stage(steps=20_000, rate=0.01, current=5, mined_by=0.0, own_masks_from=0.0),),
    steps=20_000,
    shares=(2.0, 1.0),
)
"""Fine-tuning of the main run's weights on DAVIS and YouTube-VOS, two to one. The paper does not say its rate."""

PAPER_RECIPES = {"paper": YOUTUBE_VOS, "paper-davis": DAVIS}
