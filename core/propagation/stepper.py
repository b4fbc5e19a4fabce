"""The state of a propagation and its two moves: start at a seed, step to the next frame."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from core.masks.labels import object_ids
from core.network.interface import SegmentationNetwork
from core.propagation.checks import check_seen, memory_errors_as_user_errors
from core.propagation.detail import Lens, View, cropped, spread
from core.propagation.pipeline import Encoded, Stopwatch, encode_view
from core.propagation.plan import Segment
from core.propagation.pool import PatchPool, Pooled
from core.propagation.results import Estimate, Step
from core.propagation.state import KeptFrame, SavedState, State, byte_count, check_saved, pool_limits
from core.types import BACKGROUND, VOID, RunRequest, Seed, UInt8Array

IGNORE = -1
"""The channel of a pixel of which nothing is said."""


class Stepper:
    """Carries a state along a clip of frames of ``size`` (H, W); ``autocast`` makes the network's context."""

    def __init__(
        self,
        network: SegmentationNetwork,
        device: torch.device,
        autocast: Callable[[], AbstractContextManager[Any]],
        size: tuple[int, int],
        request: RunRequest,
        lens: Lens,
    ) -> None:
        self._network = network
        self._device = device
        self._autocast = autocast
        self._settings = request.settings
        self._size = size
        self._lens = lens
        self._frame = 0
        self._state: State | None = None

    def steps(
        self, legs: Sequence[Segment], encoded: Generator[Encoded, None, None], resumed: bool
    ) -> Generator[Step, None, None]:
        """Every frame of ``legs``. ``encoded`` gives their frames in order, each leg's seed first (unless resumed)."""
        with closing(encoded):
            for number, leg in enumerate(legs):
                if number > 0 or not resumed:
                    self.start(leg.seed, next(encoded))
                for index in leg.frames:
                    yield self.step(next(encoded), leg.joins.get(index))

    @torch.inference_mode()
    def start(self, seed: Seed, encoded: Encoded) -> None:
        """Begin again: pool and memories hold nothing but the frame that the user drew."""
        ids = list(object_ids(seed.labels))
        with memory_errors_as_user_errors(self._device):
            channels, view = self._channels(seed.labels, ids), encoded.view
            observation = self._observe(encoded.features, view, channels, len(ids) + 1, None)
            lost = self._network.lost_objects(observation, len(ids) + 1)
            check_seen(seed.index, [ids[channel - 1] for channel in lost], ids)
            reference = Pooled(seed.index, self._network.condense(observation), self._pixels(channels, view))
        bytes_per_pixel = byte_count(reference.observation) / max(reference.pixels, 1)
        limits = pool_limits(self._settings, self._device, bytes_per_pixel)
        pool: PatchPool[Any] = PatchPool(limits, self._settings.pool_rule)
        pool.add_reference(reference, self._network.samples)
        state = State(ids, seed.index, pool, observation, view=view, decided=(view, view))
        if self._lens.follows:
            state.kept = KeptFrame(seed.index, encoded.image, channels.short())
            state.references = (state.kept,)
        self._state, self._frame = state, seed.index

    def resume(self, saved: SavedState) -> None:
        """Be where another walk was. Raises UserError where that one was of another clip or network."""
        check_saved(saved, self._size, type(self._network).__name__)
        self._state, self._frame = saved.state.copy(), saved.frame
        for place, view in enumerate(saved.state.decided):
            self._lens.note(0, place, view)

    @torch.inference_mode()
    def step(self, encoded: Encoded, join: Seed | None) -> Step:
        """Segment a frame; where ``join`` is given, its annotation then wins over the prediction."""
        state = self._state
        assert state is not None, "start() comes first"
        self._frame, watch, pool = encoded.visit.index, encoded.watch, state.pool.summary()
        with memory_errors_as_user_errors(self._device):
            if encoded.view != state.view:
                with watch.stage("encode"):
                    self._turn(state, encoded.view)
            logits = self._segment(state, encoded.features, watch)
            with watch.stage("decide"):
                estimate = self._estimate(logits, encoded.view)
            with watch.stage("remember"):
                probabilities, channels = estimate.probabilities, estimate.channels
                if join is None:
                    self._remember(state, encoded, estimate)
                else:
                    probabilities, channels = self._join(state, encoded, estimate, join)
                decided = self._lens.decide(encoded.visit, channels, state.channel_count, state.decided[-1])
                state.decided = (*state.decided[1:], decided)
        ids, saved = tuple(state.ids), self._saved(state)
        level, small = encoded.view.level, encoded.small
        return Step(encoded.visit.index, ids, estimate, probabilities, channels, pool, watch, saved, level, small)

    def _turn(self, state: State, view: View) -> None:
        """See the previous frame as the next one is seen, and the references as closely."""
        assert state.view is not None and state.kept is not None, "views change where frames are kept"
        state.previous = self._seen_again(state.kept, view, state.channel_count)
        if view.level != state.view.level:
            for kept in state.references:
                again = self._pooled_again(kept, view.level, state.channel_count)
                state.pool.renew_reference(again, self._network.samples)
            state.reference = None
        state.view = view

    def _seen_again(self, kept: KeptFrame, view: View, count: int, channels: Tensor | None = None) -> Any:
        """Observation of a frame in another view. Objects that came after it are absent on it."""
        with self._autocast():
            features = encode_view(self._network, kept.image, view)
        channels = (kept.channels if channels is None else channels).long()
        probabilities = None if kept.probabilities is None else kept.probabilities.float()
        if probabilities is not None:
            probabilities = F.pad(probabilities, (0, 0, 0, 0, 0, count - len(probabilities)))
        return self._observe(features, view, channels, count, probabilities)

    def _pooled_again(self, kept: KeptFrame, level: float, count: int) -> Pooled[Any]:
        view = self._lens.view_for(kept.channels.long(), count, level)
        whole = self._seen_again(kept, view, count)
        pooled = Pooled(kept.index, self._network.condense(whole), self._pixels(kept.channels.long(), view))
        if kept.drawn is None:
            return pooled
        alone = self._seen_again(kept, view, count, kept.drawn)
        pixels = self._pixels(kept.drawn.long(), view)
        return replace(pooled, drawn=Pooled(kept.index, self._network.condense(alone), pixels))

    def _saved(self, state: State) -> SavedState:
        """All that is needed to go on after the frame visited last."""
        return SavedState(self._frame, self._size, type(self._network).__name__, state.copy())

    def _segment(self, state: State, features: Any, watch: Stopwatch) -> Tensor:
        with watch.stage("segment"), self._autocast():
            if state.reference is None:
                state.reference = self._network.reference(state.pool.observations, state.channel_count)
            decision = self._network.segment(
                features, state.previous, state.reference, state.memory, state.channel_count
            )
        state.memory = decision.memory
        return decision.logits

    def _estimate(self, logits: Tensor, view: View) -> Estimate:
        logits = logits if logits.dtype == torch.float64 else logits.float()
        rows, columns = view.region(self._size)
        size = (rows.stop - rows.start, columns.stop - columns.start)
        if logits.shape[1:] != size:
            corners = self._network.align_corners
            logits = F.interpolate(logits[None], size, mode="bilinear", align_corners=corners)[0]
        probabilities = spread(logits.softmax(0), view, self._size)
        return Estimate(probabilities, winners(probabilities), self._settings)

    def _remember(self, state: State, encoded: Encoded, estimate: Estimate) -> None:
        index, features, count = encoded.visit.index, encoded.features, state.channel_count
        state.previous = self._observe(features, encoded.view, estimate.channels, count, estimate.probabilities)
        self._keep(state, encoded, estimate.channels, estimate.probabilities)
        if self._settings.use_pool and abs(index - state.start) % self._settings.tau == 0:
            filtered = self._without(estimate.channels, estimate.unsure)
            observation = self._observe(features, encoded.view, filtered, count, estimate.probabilities)
            pixels = self._pixels(filtered, encoded.view) * self._matched
            patch = Pooled(index, self._network.condense(observation, self._matched), pixels)
            state.pool.add_patch(patch, self._network.samples)
            state.reference = None

    def _keep(self, state: State, encoded: Encoded, channels: Tensor, probabilities: Tensor) -> None:
        """Keep a frame until the next one is seen, in case that is seen otherwise."""
        if self._lens.follows:
            index, image = encoded.visit.index, encoded.image
            state.kept = KeptFrame(index, image, channels.short(), probabilities.half())

    def _join(self, state: State, encoded: Encoded, estimate: Estimate, seed: Seed) -> tuple[Tensor, Tensor]:
        """Let the annotation win, pin the frame in the pool; returns probabilities and channels with new objects."""
        index, features, view = encoded.visit.index, encoded.features, encoded.view
        new = [i for i in object_ids(seed.labels) if i not in state.ids]
        state.ids = [*state.ids, *new]
        if new:
            state.memory = None
        drawn = self._channels(seed.labels, state.ids)
        channels = torch.where(drawn == BACKGROUND, estimate.channels, drawn)
        probabilities = overwrite(F.pad(estimate.probabilities, (0, 0, 0, 0, 0, len(new))), drawn)
        state.previous = self._observe(features, view, channels, state.channel_count, probabilities)
        self._keep(state, encoded, channels, probabilities)
        faint = [state.ids[channel - 1] for channel in self._network.lost_objects(state.previous, state.channel_count)]
        check_seen(index, [i for i in object_ids(seed.labels) if i in faint], state.ids)
        # What the network predicted around the annotation is as reliable as any patch, hence filtered like one.
        doubtful = estimate.unsure & (drawn == BACKGROUND) & self._settings.use_pool
        sure, alone = self._without(channels, doubtful), channels.masked_fill(drawn <= BACKGROUND, IGNORE)
        pooled, only_drawn = (self._pooled(state, index, features, view, part, probabilities) for part in (sure, alone))
        state.pool.add_reference(replace(pooled, drawn=only_drawn), self._network.samples)
        if state.kept is not None:
            kept = replace(state.kept, channels=sure.short(), drawn=alone.short())
            state.references = (*state.references, kept)
        state.reference = None
        return probabilities, torch.where(channels == IGNORE, estimate.channels, channels)

    def _pooled(
        self, state: State, index: int, features: Any, view: View, channels: Tensor, probabilities: Tensor
    ) -> Pooled[Any]:
        observation = self._observe(features, view, channels, state.channel_count, probabilities)
        return Pooled(index, self._network.condense(observation), self._pixels(channels, view))

    def _without(self, channels: Tensor, unsure: Tensor) -> Tensor:
        """``channels`` with nothing said where ``unsure``, if the settings have the filter."""
        return channels.masked_fill(unsure, IGNORE) if self._settings.filter_unsure else channels

    @property
    def _matched(self) -> bool:
        return self._settings.match_patches

    def _observe(self, features: Any, view: View, channels: Tensor, count: int, probabilities: Tensor | None) -> Any:
        shown = None if probabilities is None else cropped(probabilities, view)
        with self._autocast():
            return self._network.observe(features, cropped(channels, view), count, shown)

    def _channels(self, labels: UInt8Array, ids: list[int]) -> Tensor:
        table = np.full(VOID + 1, IGNORE, np.int64)
        table[[BACKGROUND, *ids]] = np.arange(len(ids) + 1)
        return torch.tensor(table[labels], device=self._device)

    def _pixels(self, channels: Tensor, view: View) -> int:
        """Labelled pixels at matching size, by nearest neighbour."""
        sides = [side // self._network.matching_stride + 1 for side in (view.height, view.width)]
        small = F.interpolate(cropped(channels, view)[None, None].float(), (sides[0], sides[1]), mode="nearest")
        return int((small != IGNORE).sum())


def winners(probabilities: Tensor) -> Tensor:
    """Arg max over channels, the first where several tie: (N, H, W) -> ``int64`` (H, W).

    Channel by channel, because ``argmax`` over the leading axis walks memory in strides (25 times slower at 480p).
    """
    best, channels = probabilities[0], torch.zeros_like(probabilities[0], dtype=torch.int64)
    for channel, candidate in enumerate(probabilities[1:], start=1):
        channels = channels.masked_fill(candidate > best, channel)
        best = torch.maximum(best, candidate)
    return channels


def overwrite(probabilities: Tensor, drawn: Tensor) -> Tensor:
    """``probabilities`` (N, H, W) made certain where ``drawn`` (H, W) names an object's channel."""
    certain = F.one_hot(drawn.clamp(min=0), probabilities.shape[0]).movedim(-1, 0).to(probabilities)
    return torch.where(drawn > BACKGROUND, certain, probabilities)
