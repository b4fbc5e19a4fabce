"""What each action does to a session, as a table.

Which frame to go to next: pure functions on the frames' summaries.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from core.masks.palette import Palette
from core.types import ObjectInfo
from rpcm_gui.base.language import mark, tr
from rpcm_gui.base.values import DEVICES, FrameSummary, Message

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session

    Verb = Callable[[Session], None]


_WORTH = 0.005
_TOP_SHARE = 0.1


def annotated_frames(summaries: Sequence[FrameSummary]) -> list[int]:
    """Frames with the user's masks."""
    return [index for index, summary in enumerate(summaries) if summary.annotated]


def unsure_frames(summaries: Sequence[FrameSummary]) -> list[int]:
    """Frames worth reviewing: the most unsure one of each stretch among the least reliable tenth of predictions.

    Frames that the user annotated or reviewed are not among them, nor any with less than 0.5 % unsure pixels.
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


_Search = Callable[[Sequence[FrameSummary]], list[int]]
_Pick = Callable[[Sequence[int], int], int | None]


def _step(by: int, session: Session) -> None:
    session.position.go_to(min(max(session.position.frame + by, 0), session.frame_count - 1))


def _jump(search: _Search, pick: _Pick, none: str, session: Session) -> None:
    target = pick(search(session.document.summaries()), session.position.frame)
    if target is None:
        session.messagePosted.emit(Message("info", tr(none)))
    else:
        session.position.go_to(target)


def _range_in(session: Session) -> None:
    session.position.set_range(session.position.frame, max(session.position.range[1], session.position.frame))


def _range_out(session: Session) -> None:
    session.position.set_range(min(session.position.range[0], session.position.frame), session.position.frame)


def _add_object(session: Session) -> None:
    session.position.select_object(session.editing.add_object(None))


def _remove_object(session: Session) -> None:
    if session.position.object is not None:
        session.editing.remove_object(session.position.object)


def _turn_object(by: int, session: Session) -> None:
    ids = [item.id for item in session.document.objects]
    if ids:
        place = ids.index(session.position.object) + by if session.position.object in ids else 0
        session.position.select_object(ids[place % len(ids)])


def _nth_object(number: int, session: Session) -> None:
    if number <= len(session.document.objects):
        session.position.select_object(session.document.objects[number - 1].id)


def _split_object(session: Session) -> None:
    if session.position.object is not None:
        new = session.object_verbs.split_off(session.position.object, session.position.frame)
        if new is not None:
            session.position.select_object(new)


def _delete_over_range(session: Session) -> None:
    if session.position.object is not None:
        session.ranges.delete_over(session.position.object, *session.position.range)


def _solo_object(session: Session) -> None:
    if session.position.object is not None:
        session.object_verbs.solo_object(session.position.object)


def _current(session: Session) -> ObjectInfo | None:
    return next((item for item in session.document.objects if item.id == session.position.object), None)


def _toggle_visible(session: Session) -> None:
    item = _current(session)
    if item is not None:
        session.editing.set_object_visible(item.id, not item.visible)


def _toggle_locked(session: Session) -> None:
    item = _current(session)
    if item is not None:
        session.editing.set_object_locked(item.id, not item.locked)


def _shift_object(by: int, session: Session) -> None:
    ids = [item.id for item in session.document.objects]
    if session.position.object in ids:
        place = ids.index(session.position.object)
        ids.insert(min(max(place + by, 0), len(ids) - 1), ids.pop(place))
        session.object_verbs.reorder_objects(ids)


def _copy_over_range(session: Session) -> None:
    if session.position.object is not None:
        session.ranges.copy_over(session.position.object, session.position.frame, *session.position.range)


def _save_now(session: Session) -> None:
    if not session.document.saver.waiting:
        session.messagePosted.emit(
            Message("info", tr("Everything is saved."), tr("Every change is saved as soon as you make it."))
        )
    else:
        session.document.saver.flush()


def _mark_reviewed(session: Session) -> None:
    index = session.position.frame
    session.editing.set_reviewed(index, not session.document.summary(index).reviewed)


def review_words(session: Session) -> str:
    """How unsure the frame is that the user was led to, and how many there are to look at."""
    frames, index = unsure_frames(session.document.summaries()), session.position.frame
    if index not in frames:
        return tr(_NOT_UNSURE)
    share = f"{session.document.summary(index).unsure_share:.1%}"
    words = tr("Worth reviewing, {place} of {count}: frame {frame}, {share} uncertain. R marks it as reviewed.")
    return words.format(place=frames.index(index) + 1, count=len(frames), frame=index, share=share)


REVIEWING = frozenset({"go.next_unsure", "go.previous_unsure"})
_NO_MASKS = mark("You have not drawn any masks yet.")
_NOT_UNSURE = mark("No uncertain frames are left.")

VERBS: dict[str, Verb] = {
    "file.save_now": _save_now,
    "file.make_proxy": lambda session: session.proxies.make(),
    "file.remove_proxy": lambda session: session.proxies.remove(),
    "edit.undo": lambda session: session.undo_stack.undo(),
    "edit.redo": lambda session: session.undo_stack.redo(),
    "edit.clear_frame": lambda session: session.editing.clear_annotation(session.position.frame),
    "object.add": _add_object,
    "object.remove": _remove_object,
    "object.split": _split_object,
    "object.delete_range": _delete_over_range,
    "object.solo": _solo_object,
    "object.visible": _toggle_visible,
    "object.lock": _toggle_locked,
    "object.up": partial(_shift_object, -1),
    "object.down": partial(_shift_object, 1),
    "object.palette_distinct": lambda session: session.object_verbs.recolour_all(Palette.DISTINCT),
    "object.palette_safe": lambda session: session.object_verbs.recolour_all(Palette.SAFE),
    "mask.copy_range": _copy_over_range,
    "object.next": partial(_turn_object, 1),
    "object.previous": partial(_turn_object, -1),
    **{f"object.{number}": partial(_nth_object, number) for number in range(1, 10)},
    "go.next": partial(_step, 1),
    "go.previous": partial(_step, -1),
    "go.next10": partial(_step, 10),
    "go.previous10": partial(_step, -10),
    "go.first": lambda session: session.position.go_to(0),
    "go.last": lambda session: session.position.go_to(session.frame_count - 1),
    "go.next_annotated": partial(_jump, annotated_frames, after, _NO_MASKS),
    "go.previous_annotated": partial(_jump, annotated_frames, before, _NO_MASKS),
    "go.next_unsure": partial(_jump, unsure_frames, after, _NOT_UNSURE),
    "go.previous_unsure": partial(_jump, unsure_frames, before, _NOT_UNSURE),
    "range.in": _range_in,
    "range.out": _range_out,
    "range.clear": lambda session: session.position.set_range(0, session.frame_count - 1),
    "review.mark": _mark_reviewed,
    "propagate.forward": lambda session: session.propagate("forward"),
    "propagate.backward": lambda session: session.propagate("backward"),
    "propagate.both": lambda session: session.propagate("both"),
    "propagate.seed_forward": lambda session: session.propagate("forward", whole_range=False),
    "propagate.seed_backward": lambda session: session.propagate("backward", whole_range=False),
    "propagate.seed_both": lambda session: session.propagate("both", whole_range=False),
    "propagate.adapt": lambda session: session.adapt(),
    "propagate.pause": lambda session: session.runs.pause(not session.runs.state.paused),
    "propagate.stop": lambda session: session.launcher.stop(),
    **{f"device.{name}": partial(lambda chosen, session: session.set_device(chosen), name) for name in DEVICES},
}
