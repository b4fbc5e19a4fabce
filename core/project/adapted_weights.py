"""Weights adapted to one clip, kept with its project: a file beside it, and a word in the project whether it is used.

The weights (13 MiB) lie beside the project and not inside, because the project is one file that is checked whole when
it is opened, copied whole when it is saved elsewhere and sent to others, while weights can be made again from what it
holds. Losing the file loses no work: runs use the weights chosen otherwise.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from core.errors import UserError, os_errors_as_user_errors
from core.project.store import ProjectStore

KEY = "adaptation"
"""Under this key of the project's state lies what :class:`Adaptation` holds."""

_DIGITS = 8
_NAME = re.compile(r"[^/\\:\0]+\.adapted-([0-9a-f]{1,8})\.safetensors")
"""Of files of adapted weights. A project may come from anybody: a name of another form could lead anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adaptation:
    """Adapted weights of a project.

    Attributes:
        file: Their name in the project's folder.
        base: The weights that they were adapted from: a bundled name or a file.
        used: Whether runs use them.
        before: J of ``base`` on the annotated frames, predicted from one another, 0..1.
        after: J of the adapted weights on the same.
        frames: The annotated frames that they learned from.
    """

    file: str
    base: str
    used: bool
    before: float
    after: float
    frames: Sequence[int]


def adaptation(store: ProjectStore) -> Adaptation | None:
    """The project's adapted weights, None without any or where the project's word on them is not of this program."""
    return _read(store.state.get(KEY))


def _read(kept: Any) -> Adaptation | None:
    try:
        found = Adaptation(**kept)
        frames, figures = list(found.frames), (found.before, found.after)
    except TypeError:
        return None
    right = (
        isinstance(found.file, str)
        and _NAME.fullmatch(found.file)
        and isinstance(found.base, str)
        and isinstance(found.used, bool)
        and all(isinstance(figure, int | float) for figure in figures)
        and all(isinstance(frame, int) for frame in frames)
    )
    return found if right else None


def own_file(store: ProjectStore, kept: Adaptation) -> Path | None:
    """The file of ``kept`` where it lies beside the project and holds the very weights that its name tells of.

    Only such a file is removed or handed on: the name alone is what somebody wrote into the project.
    """
    path, name = store.path.parent / kept.file, _NAME.fullmatch(kept.file)
    if name is None or len(name[1]) < _DIGITS or path.is_symlink() or not path.is_file():
        return None
    with os_errors_as_user_errors(path, "read"), path.open("rb") as file:
        return path if hashlib.file_digest(file, "sha256").hexdigest().startswith(name[1]) else None


def adapted_file(store: ProjectStore) -> Path | None:
    """Where the adapted weights lie that runs shall use; None without any, or where they are switched off."""
    kept = adaptation(store)
    return store.path.parent / kept.file if kept is not None and kept.used else None


def weights_for(store: ProjectStore, chosen: str | Path) -> str:
    """The weights for a run of this project: those adapted from ``chosen`` if they are used, else ``chosen``.

    Raises:
        UserError: Where the adapted weights are used but their file is gone, or the project's word on them is invalid.
    """
    kept, file = adaptation(store), adapted_file(store)
    if kept is None and store.state.get(KEY) is not None:
        raise UserError(
            "The record of adapted weights in {name} is invalid.",
            "Remove them: rpcm adapt {name} --undo",
            name=store.path.name,
        )
    if kept is None or file is None or kept.base != str(chosen):
        return str(chosen)
    if not file.is_file():
        raise UserError(
            "The adapted weights of {name} are missing ({file}).",
            "Put the file back beside the project, fine-tune again, or switch the adapted weights off (rpcm "
            "adapt {name} --off).",
            name=store.path.name,
            file=file,
        )
    return str(file)


def adapted_path(project: Path, content: bytes) -> Path:
    """Where weights with this content lie: beside the project, under a name that changes with the content."""
    digest = hashlib.sha256(content).hexdigest()[:_DIGITS]
    return project.with_name(f"{project.stem}.adapted-{digest}.safetensors")


def keep(store: ProjectStore, kept: Adaptation) -> None:
    """Let the project use ``kept``; the file of an earlier adaptation is removed. Raises UserError."""
    earlier = adaptation(store)
    with store.transaction():
        store.state.set(KEY, asdict(kept))
        store.history.record(f"Adapted the network to {len(kept.frames)} annotated frames")
    if earlier is not None and earlier.file != kept.file:
        _remove(store, earlier)


def switch(store: ProjectStore, used: bool) -> None:
    """Let runs use the adapted weights or not; the weights stay. Raises UserError where there are none."""
    kept = adaptation(store)
    if kept is None:
        raise UserError("{name} has no adapted weights.", "Create them first: rpcm adapt {name}", name=store.path.name)
    with store.transaction():
        store.state.set(KEY, {**asdict(kept), "used": used})
        store.history.record("Switched the adapted network " + ("on" if used else "off"))


def discard(store: ProjectStore) -> None:
    """Forget the adapted weights and remove their file. Raises UserError where there are none."""
    kept = adaptation(store)
    if store.state.get(KEY) is None:
        raise UserError(
            "{name} has no adapted weights to undo.", "Runs already use the chosen weights.", name=store.path.name
        )
    with store.transaction():
        store.state.set(KEY, None)
        store.history.record("Undid the adaptation of the network")
    if kept is not None:
        _remove(store, kept)


def _remove(store: ProjectStore, kept: Adaptation) -> None:
    # A file that cannot be removed is in nobody's way: nothing names it any more.
    with suppress(OSError, UserError):
        file = own_file(store, kept)
        if file is not None:
            file.unlink(missing_ok=True)
