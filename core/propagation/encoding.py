"""What does not depend on masks: pictures of the frames to come, and their features."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import torch

from core.network.interface import SegmentationNetwork
from core.propagation.checks import check_image, memory_advice
from core.propagation.frames import Frames
from core.propagation.timing import Stopwatch
from core.types import UInt8Array


@dataclass(frozen=True, slots=True)
class Picture:
    """A frame as it was read: ``image`` is RGB (H, W, 3); ``watch`` goes with it from stage to stage."""

    index: int
    image: UInt8Array
    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class Encoded:
    """A frame as the network's encoder sees it."""

    index: int
    features: Any
    watch: Stopwatch


class Eye:
    """Reads frames of ``source`` and encodes them; ``autocast`` makes the context in which the network runs."""

    def __init__(
        self,
        network: SegmentationNetwork[Any, Any, Any, Any],
        device: torch.device,
        autocast: Callable[[], AbstractContextManager[Any]],
        source: Frames,
    ) -> None:
        self._network = network
        self._device = device
        self._autocast = autocast
        self._source = source
        self._input_size = network.input_size(source.height, source.width)

    def pictures(self, indices: Iterable[int]) -> Generator[Picture, None, None]:
        """Frames one by one. Raises UserError for one that cannot be read or has another size."""
        for index in indices:
            watch = Stopwatch(self._device)
            with watch.stage("decode"):
                image = self._source.read(index).image
                check_image(index, self._source.name(index), image.shape, self._source.height, self._source.width)
            yield Picture(index, image, watch)

    @torch.inference_mode()
    def encode(self, picture: Picture) -> Encoded:
        """Features of a picture. Raises UserError where memory runs out."""
        with memory_advice(self._device), picture.watch.stage("encode"), self._autocast():
            # A copy, because torch cannot express that the frame's own array is read-only.
            image = torch.tensor(picture.image, device=self._device)
            features = self._network.encode(self._network.prepare(image, self._input_size))
        return Encoded(picture.index, features, picture.watch)
