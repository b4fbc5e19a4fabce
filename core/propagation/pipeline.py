"""What does not depend on masks: pictures of the frames to come, and their features.

What a propagation asks of a clip. :class:`.FrameSource` gives it, and so does anything as small.

Wall time by stage.

Work done in a thread of its own, a little before it is asked for.

The stages of a propagation (features of the next frame, masks of this one, results of the last one) are generators that
feed each other. Each wrapped in :func:`prefetch`, they run at the same time: torch, video decoding and numpy let go of
Python's lock while they compute.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol, TypeVar

import torch
from torch import Tensor

from core.network.interface import SegmentationNetwork
from core.propagation.checks import check_image, memory_errors_as_user_errors
from core.propagation.detail import Lens, View, Visit, seen
from core.types import Frame, UInt8Array, read_only
from core.video.thumbnail import small_picture


class Frames(Protocol):
    """Frames of one size, 0 .. ``frame_count`` - 1."""

    @property
    def frame_count(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def width(self) -> int: ...

    def name(self, index: int) -> str:
        """What the user calls frame ``index``."""

    def read(self, index: int) -> Frame:
        """Frame ``index``. Raises UserError where it cannot be read."""


class Stopwatch:
    """Adds up seconds by stage. Waits for a CUDA device at a stage's end, so that its time is not booked elsewhere."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        if self._device.type == "cuda":
            torch.cuda.synchronize(self._device)
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


@dataclass(frozen=True, slots=True)
class Picture:
    """A frame as it was read: RGB ``image`` (H, W, 3), ``small`` copy of it; ``watch`` goes from stage to stage."""

    visit: Visit
    image: UInt8Array
    watch: Stopwatch
    small: UInt8Array


@dataclass(frozen=True, slots=True)
class Encoded:
    """A frame as encoded: features of what ``view`` shows of ``image`` (H, W, 3), and its ``small`` copy."""

    visit: Visit
    features: Any
    watch: Stopwatch
    view: View
    image: Tensor
    small: UInt8Array


class FrameEncoder:
    """Reads frames of ``source`` and encodes what ``lens`` shows of them; ``autocast`` makes the network's context."""

    def __init__(
        self,
        network: SegmentationNetwork,
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
                small = read_only(small_picture(image))
            yield Picture(visit, image, watch, small)

    @torch.inference_mode()
    def encode(self, picture: Picture) -> Encoded:
        """Features of a picture. Raises UserError where memory runs out."""
        with memory_errors_as_user_errors(self._device), picture.watch.stage("encode"), self._autocast():
            # A copy, because torch cannot express that the frame's own array is read-only.
            image = torch.tensor(picture.image, device=self._device)
            view = self._lens.view_of(picture.visit)
            features = encode_view(self._network, image, view)
        return Encoded(picture.visit, features, picture.watch, view, image, picture.small)


def encode_view(network: SegmentationNetwork, image: Tensor, view: View) -> Any:
    """Features of what ``view`` shows of ``image`` (H, W, 3)."""
    return network.encode(network.prepare(seen(image, view), (view.height, view.width)))


T = TypeVar("T")
U = TypeVar("U")


def prefetch(
    items: Generator[T, None, None], name: str, begin: Callable[[], object] = lambda: None
) -> Generator[T, None, None]:
    """The same items in the same order, each computed while the one before is in use.

    An error of ``items`` is raised here, in its place. When the returned generator is closed, dropped or left by an
    error, the item at hand is finished, ``items`` are closed, and the thread has ended.

    Args:
        items: Iterated in the thread alone.
        name: Of the thread.
        begin: Called first in the thread.
    """
    with closing(items), ThreadPoolExecutor(1, name, begin) as thread:
        coming = thread.submit(_next, items)
        while ready := coming.result():
            coming = thread.submit(_next, items)
            # Anyone who takes the item is the only one to hold it, so that it goes as soon as it has been used.
            yield ready.pop()


def mapped(work: Callable[[T], U], items: Generator[T, None, None]) -> Generator[U, None, None]:
    """``work`` done with one item after another; ``items`` are closed with it."""
    with closing(items):
        for item in items:
            yield work(item)


def _next(items: Generator[T, None, None]) -> list[T]:
    """The next item, alone in a list; an empty one where none is left."""
    return list(islice(items, 1))
