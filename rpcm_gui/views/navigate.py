"""Which frame to go to next: pure functions on the frames' summaries."""

from __future__ import annotations

from collections.abc import Sequence

from rpcm_gui.base.values import FrameSummary

_WORTH = 0.005
_TOP_SHARE = 0.1


def annotated_frames(summaries: Sequence[FrameSummary]) -> list[int]:
    """Frames with a person's masks."""
    return [index for index, summary in enumerate(summaries) if summary.annotated]


def unsure_frames(summaries: Sequence[FrameSummary]) -> list[int]:
    """Frames worth reviewing: the most unsure one of each stretch among the least reliable tenth of predictions.

    Frames that a person annotated or reviewed are not among them, nor any with less than 0.5 % unsure pixels.
    """
    open_shares = {
        index: summary.unsure_share
        for index, summary in enumerate(summaries)
        if summary.predicted and not summary.annotated and not summary.reviewed
    }
    if not open_shares:
        return []
    ranked = sorted(open_shares.values(), reverse=True)
    threshold = max(ranked[int((len(ranked) - 1) * _TOP_SHARE)], _WORTH)
    chosen = [index for index, share in open_shares.items() if share >= threshold]
    return [max(stretch, key=lambda index: open_shares[index]) for stretch in _stretches(chosen)]


def _stretches(frames: list[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for index in frames:
        if found and index == found[-1][-1] + 1:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def after(frames: Sequence[int], current: int) -> int | None:
    """The first of ``frames`` after ``current``, from the beginning again when there is none."""
    return next((index for index in frames if index > current), frames[0] if frames else None)


def before(frames: Sequence[int], current: int) -> int | None:
    """The last of ``frames`` before ``current``, from the end again when there is none."""
    return next((index for index in reversed(frames) if index < current), frames[-1] if frames else None)
