"""What does not depend on masks: pictures of the frames to come, and their features."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from core.network.interface import SegmentationNetwork
from core.propagation.checks import check_image, memory_advice
from core.propagation.detail import Lens, View, Visit, seen
from core.propagation.frames import Frames
from core.propagation.timing import Stopwatch
from core.types import UInt8Array


@dataclass(frozen=True, slots=True)
class Picture:
    """A frame as it was read: ``image`` is RGB (H, W, 3); ``watch`` goes with it from stage to stage."""

    visit: Visit
    image: UInt8Array
    watch: Stopwatch


@dataclass(frozen=True, slots=True)
class Encoded:
    """A frame as the network's encoder sees it: features of what ``view`` shows of ``image``, (H, W, 3) ``uint8``."""

    visit: Visit
    features: Any
    watch: Stopwatch
    view: View
    image: Tensor


class Eye:
    """Reads frames of ``source`` and encodes what ``lens`` shows of them; ``autocast`` makes the network's context."""

    def __init__(
        self,
        network: SegmentationNetwork[Any, Any, Any, Any],
        device: torch.device,
        autocast: Callable[[], AbstractContextManager[Any]],
        source: Frames,
        lens: Lens,
    ) -> None:
        self._network = network
        self._device = device
        self._autocast = autocast
        self._source = source
        self._lens = lens

    def pictures(self, visits: Iterable[Visit]) -> Generator[Picture, None, None]:
        """Frames one by one. Raises UserError for one that cannot be read or has another size."""
        for visit in visits:
            index = visit.index
            watch = Stopwatch(self._device)
            with watch.stage("decode"):
                image = self._source.read(index).image
                check_image(index, self._source.name(index), image.shape, self._source.height, self._source.width)
            yield Picture(visit, image, watch)

    @torch.inference_mode()
    def encode(self, picture: Picture) -> Encoded:
        """Features of a picture. Raises UserError where memory runs out."""
        with memory_advice(self._device), picture.watch.stage("encode"), self._autocast():
            # A copy, because torch cannot express that the frame's own array is read-only.
            image = torch.tensor(picture.image, device=self._device)
            view = self._lens.view_of(picture.visit)
            features = encode_view(self._network, image, view)
        return Encoded(picture.visit, features, picture.watch, view, image)


def encode_view(network: SegmentationNetwork[Any, Any, Any, Any], image: Tensor, view: View) -> Any:
    """Features of what ``view`` shows of ``image`` (H, W, 3)."""
    return network.encode(network.prepare(seen(image, view), (view.height, view.width)))
