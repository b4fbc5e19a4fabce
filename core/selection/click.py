"""From clicks to the mask of one object.

::

    segmenter = ClickSegmenter(load_network("compact"))
    picture = segmenter.prepare(image)
    soft = picture.segment([Click(320, 200), Click(250, 90, positive=False)])
"""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import Literal

import cv2
import numpy as np
import torch

from core.errors import UserError
from core.network.compact.clicks import ClickHead, fingerprint
from core.network.compact.model import CompactNetwork
from core.network.interface import SegmentationNetwork
from core.selection.click_views import FloatArray, Guess, Part, View, close_view, near_clicks, see, view_size
from core.selection.clicks import Click, checked_clicks
from core.types import BoolArray, UInt8Array

WHOLE = 320
"""Side of a square with as many pixels as the whole picture is seen with."""
CLOSE_SHARE = 0.6
"""A part that takes up more of the picture than this is not looked at apart."""
KEPT_VIEWS = 4
KEPT_GUESSES = 64
REPLAYED = 6
"""Of clicks that come all at once the last so many are taken in one by one."""
NO_HEAD_HINT = "Use the bundled weights, or train a head: rpcm train --recipe clicks --start WEIGHTS ..."


class ClickSegmenter:
    """Masks of clicks, by a network's click head. May be used from several threads.

    Args:
        network: Of the weights; it is not changed.
        precision: ``"bf16"`` where the processor multiplies in it, else ``"fp32"``.

    Raises:
        UserError: Where the weights have no click head, or one that was made for another encoder.
    """

    def __init__(self, network: SegmentationNetwork, precision: Literal["fp32", "bf16"] = "fp32") -> None:
        self.network, self.head = _headed(network)
        self._half = precision == "bf16"

    def prepare(self, image: UInt8Array) -> PreparedPicture:
        """Look at a whole picture, which is most of the work of a first click.

        Args:
            image: RGB (H, W, 3) or grey (H, W), ``uint8``; it must not change as long as it is used.

        Raises:
            UserError: For an array of another kind.
        """
        if image.dtype != np.uint8 or image.size == 0 or not (image.ndim == 2 or image.shape[2:] == (3,)):
            raise UserError(
                "An image of {dtype} values with shape {shape} cannot be used.",
                "Use 8-bit RGB (height, width, 3) or grey (height, width).",
                dtype=image.dtype,
                shape=image.shape,
            )
        return PreparedPicture(self, np.repeat(image[..., None], 3, 2) if image.ndim == 2 else image)

    def see(self, image: UInt8Array, part: Part, size: tuple[int, int]) -> View:
        """Features of a part of a picture, seen at ``size`` (h, w)."""
        with torch.inference_mode(), self._arithmetic():
            return see(self.network, image, part, size)

    def guess(self, view: View, clicks: tuple[Click, ...], mask: FloatArray | None) -> Guess:
        """What the head makes of a view, the clicks and the present mask (cells of the view, 0..1)."""
        device = view.shared.device
        present = torch.tensor([float(mask is not None)], device=device)
        cells = np.zeros(view.cells, np.float32) if mask is None else mask
        seen = torch.from_numpy(np.ascontiguousarray(cells))[None, None].to(device)
        with torch.inference_mode(), self._arithmetic():
            logits = self.head(view.shared, view.detail, view.prompts(clicks).to(device), seen, present)
            return Guess(view.part, logits[0, 0].float().sigmoid().cpu().numpy())

    def _arithmetic(self) -> torch.autocast:
        kind = self.network.key.weight.device.type
        return torch.autocast(kind, torch.bfloat16, enabled=self._half)


def _headed(network: SegmentationNetwork) -> tuple[CompactNetwork, ClickHead]:
    if not isinstance(network, CompactNetwork) or network.clicks is None:
        raise UserError("These weights have no click head, so they cannot make masks from clicks.", NO_HEAD_HINT)
    if network.clicks.encoder != fingerprint(network.state_dict()):
        raise UserError("The click head in these weights was made for another encoder.", NO_HEAD_HINT)
    return network, network.clicks


class PreparedPicture:
    """One picture that has been looked at; drop it to free its features. May be used from several threads."""

    def __init__(self, segmenter: ClickSegmenter, image: UInt8Array) -> None:
        self._segmenter, self._image = segmenter, image
        self.height, self.width = image.shape[:2]
        self._all = Part(0, 0, self.width, self.height)
        self._lock = threading.Lock()
        self._views: OrderedDict[Part, View] = OrderedDict()
        self._start: FloatArray | None = None
        self._box: Part | None = None
        self._guesses: OrderedDict[tuple[Click, ...], Guess] = OrderedDict()
        self._whole = segmenter.see(image, self._all, view_size(self._all, WHOLE))

    def segment(
        self, clicks: Sequence[Click], mask: FloatArray | BoolArray | None = None, box: Part | None = None
    ) -> FloatArray:
        """The object that is clicked.

        Args:
            clicks: In the order in which they were made. What an earlier call made of the first of them is reused.
            mask: (H, W) to start from, True/False or 0..1: what no click concerns stays as it is.
            box: Drawn around the object, in place of a first click or beside clicks.

        Returns:
            (H, W) 0..1, the object where it is 0.5 or more. Every clicked pixel is on the side that its click says.
            All 0 where nothing says where the object is.

        Raises:
            UserError: For a click outside of the picture, or a mask or box that does not fit it.
        """
        made = checked_clicks(clicks, self.height, self.width)
        start = None if mask is None else _checked_mask(mask, self.height, self.width)
        part = None if box is None else _checked_box(box, self._all)
        with self._lock:
            self._begin(start, part)
            if start is None and part is None and not any(click.positive for click in made):
                return np.zeros((self.height, self.width), np.float32)
            return self._finished(self._replayed(made), made)

    def _begin(self, start: FloatArray | None, box: Part | None) -> None:
        """Forget the guesses of another object: one that started from something else."""
        same = start is None if self._start is None else start is not None and np.array_equal(start, self._start)
        if not same or box != self._box:
            self._guesses.clear()
        self._start, self._box = start, box

    def _replayed(self, made: tuple[Click, ...]) -> Guess | None:
        """The guess after all clicks, from the latest one that is known; None where there is nothing to go by."""
        known = next((n for n in range(len(made), -1, -1) if made[:n] in self._guesses), None)
        guess = self._first() if known is None else self._guesses[made[:known]]
        if known is None:
            known = -1 if self._box is not None else 0
        for count in range(max(known + 1, len(made) - REPLAYED + 1), len(made) + 1):
            guess = self._step(guess, (*self._box_clicks(made), *made[:count]))
            self._guesses[made[:count]] = guess
        while len(self._guesses) > KEPT_GUESSES:
            self._guesses.popitem(last=False)
        return guess

    def _first(self) -> Guess | None:
        """What a mask or a box says before any click: of a box the ellipse in it."""
        if self._start is not None:
            return Guess(self._all, self._start)
        if self._box is None:
            return None
        ellipse = cv2.circle(np.zeros((64, 64), np.float32), (32, 32), 31, 1.0, -1)
        return Guess(self._box, np.asarray(ellipse, np.float32))

    def _box_clicks(self, made: tuple[Click, ...]) -> tuple[Click, ...]:
        """A box as clicks: its middle, unless the object was clicked, and places beside its corners."""
        if self._box is None:
            return ()
        box = self._box
        beside = box.grown(1.1, self._all)
        corners = ((x, y) for x in (beside.left, beside.right - 1) for y in (beside.top, beside.bottom - 1))
        outside = [Click(x, y, False) for x, y in corners if not box.holds(Part(x, y, x + 1, y + 1))]
        middle = Click((box.left + box.right) // 2, (box.top + box.bottom) // 2)
        return (*outside, *(() if any(click.positive for click in made) else (middle,)))

    def _step(self, guess: Guess | None, clicks: tuple[Click, ...]) -> Guess:
        """Take in one click more; after a first one look again at the part around what was found."""
        if guess is None:
            guess = self._cleaned(self._segmenter.guess(self._whole, clicks, None), clicks)
            view = self._view(guess, clicks)
            if view is self._whole:
                return guess
        else:
            view = self._view(guess, clicks)
        seen = self._segmenter.guess(view, clicks, _mask_on(guess, view))
        return self._cleaned(seen, clicks)

    def _cleaned(self, guess: Guess, clicks: tuple[Click, ...]) -> Guess:
        """Without pieces that no click of the object lies on, unless they were there to start with."""
        inside = guess.soft >= 0.5
        cells = [_cell(guess, click) for click in clicks if click.positive]
        kept = near_clicks(inside, [cell for cell in cells if cell is not None], 1)
        if self._start is not None:
            before = _mask_on(Guess(self._all, self._start), guess) >= 0.5
            kept |= near_clicks(inside, [(int(x), int(y)) for y, x in np.argwhere(inside & before)[:4096]], 0)
        soft = np.where(inside & ~kept, np.float32(0), guess.soft) if kept.any() else guess.soft
        return Guess(guess.part, np.asarray(soft, np.float32))

    def _view(self, guess: Guess, clicks: tuple[Click, ...]) -> View:
        """A view of the part around the object, one that is there already if it will do."""
        places = [click for click in clicks if click.positive] + list(clicks[-1:])
        parts = [Part(click.x, click.y, click.x + 1, click.y + 1) for click in places]
        extent = guess.extent()
        box = _joined([*parts, *([] if extent is None else [extent])])
        if extent is None:
            least = min(self.height, self.width) / 4
            box = box.spread(max(box.width, least), max(box.height, least), self._all)
        wanted, size = close_view(box, self._all)
        if wanted.area > CLOSE_SHARE * self._all.area:
            return self._whole
        needed = box.grown(1.1, self._all)
        for part, view in reversed(self._views.items()):
            if part.holds(needed) and part.area < 2 * wanted.area:
                self._views.move_to_end(part)
                return view
        self._views[wanted] = self._segmenter.see(self._image, wanted, size)
        while len(self._views) > KEPT_VIEWS:
            self._views.popitem(last=False)
        return self._views[wanted]

    def _finished(self, guess: Guess | None, clicks: tuple[Click, ...]) -> FloatArray:
        """The guess at the picture's size, beside what was there, with every click heeded."""
        start = self._start
        whole = np.zeros((self.height, self.width), np.float32) if start is None else start.copy()
        if guess is None or (start is not None and not clicks):
            return whole
        part = guess.part
        there = whole[part.top : part.bottom, part.left : part.right]
        cell = math.ceil(part.width / guess.soft.shape[1])
        found = cv2.resize(guess.soft, (part.width, part.height), interpolation=cv2.INTER_LINEAR)
        if start is None:
            there[:] = found
        else:
            # Only what changed at a click is wanted.
            places = [(click.x - part.left, click.y - part.top) for click in clicks if part.holds(_pixel(click))]
            np.copyto(there, found, where=near_clicks((found >= 0.5) != (there >= 0.5), places, cell))
        if self._box is not None:
            _clear_outside(whole, _joined([self._box.grown(1.05, self._all), *map(_pixel, clicks)]))
        for click in clicks:
            if (whole[click.y, click.x] >= 0.5) != click.positive:
                cv2.circle(whole, (click.x, click.y), cell // 2, float(click.positive), -1)
        for click in clicks:
            if (whole[click.y, click.x] >= 0.5) != click.positive:
                whole[click.y, click.x] = float(click.positive)
        return whole


def _mask_on(guess: Guess, seen: View | Guess) -> FloatArray:
    return guess.on(seen.part, seen.cells if isinstance(seen, View) else (seen.soft.shape[0], seen.soft.shape[1]))


def _cell(guess: Guess, click: Click) -> tuple[int, int] | None:
    """The cell (x, y) of a click; None outside of the guess's part."""
    if not guess.part.holds(_pixel(click)):
        return None
    rows, columns = guess.soft.shape
    x = (click.x - guess.part.left) * columns // guess.part.width
    return x, (click.y - guess.part.top) * rows // guess.part.height


def _pixel(click: Click) -> Part:
    return Part(click.x, click.y, click.x + 1, click.y + 1)


def _joined(parts: Sequence[Part]) -> Part:
    lefts, tops, rights, bottoms = zip(*parts, strict=True)
    return Part(min(lefts), min(tops), max(rights), max(bottoms))


def _clear_outside(mask: FloatArray, part: Part) -> None:
    mask[: part.top] = mask[part.bottom :] = 0
    mask[:, : part.left] = mask[:, part.right :] = 0


def _checked_mask(mask: FloatArray | BoolArray, height: int, width: int) -> FloatArray:
    if mask.shape != (height, width):
        sizes = "x".join(str(side) for side in mask.shape[::-1])
        raise UserError(
            "The mask is {mask_size} pixels, but the image is {size}.",
            "Use a mask of the same size as the image.",
            mask_size=sizes,
            size=f"{width}x{height}",
        )
    return np.asarray(np.clip(np.nan_to_num(mask.astype(np.float32)), 0, 1), np.float32)


def _checked_box(box: Part, picture: Part) -> Part:
    left, right = max(box.left, 0), min(box.right, picture.right)
    cut = Part(left, max(box.top, 0), right, min(box.bottom, picture.bottom))
    if cut.width < 1 or cut.height < 1:
        raise UserError(
            "The box {left},{top},{right},{bottom} is outside the image of {size} pixels.",
            "Use left, top, right, bottom, with left < right and top < bottom.",
            left=box.left,
            top=box.top,
            right=box.right,
            bottom=box.bottom,
            size=f"{picture.width}x{picture.height}",
        )
    return cut
