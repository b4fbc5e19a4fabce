"""Which keys do what: the defaults, what the user changed, and whether a key is taken. No widget is needed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from PySide6.QtGui import QKeySequence

from rpcm_gui.actions.spec import bare
from rpcm_gui.actions.table import ACTIONS, MENUS, SPECS
from rpcm_gui.base.language import tr
from rpcm_gui.base.settings import keymap_table

Keys = tuple[str, ...]


class Keymap:
    """Keys of every action. ``changed`` holds those that differ from the defaults, by action id.

    ``twice`` names, for each key that was given to two actions, the key, the action that has it and the one that went
    back to its default. Actions that are no more are left out.
    """

    def __init__(self, changed: Mapping[str, Sequence[str]] | None = None) -> None:
        self.changed: dict[str, Keys] = {}
        self.twice: list[tuple[str, str, str]] = []
        for action_id, keys in (changed or {}).items():
            if action_id in SPECS:
                self._put(action_id, tuple(dict.fromkeys(normal(key) for key in keys)))
        # All are put first: two actions may have swapped their keys.
        while (found := self._conflict()) is not None:
            self.twice.append(found)
            self.changed.pop(found[2])

    def _conflict(self) -> tuple[str, str, str] | None:
        """A key of two actions: the key, the one that keeps it, and the one, changed last, that does not."""
        for action_id in reversed(self.changed):
            for key in self.changed[action_id]:
                owner = self.owner(key, action_id)
                if owner is not None:
                    return key, owner, action_id
        return None

    @classmethod
    def read(cls, text: str) -> Keymap:
        """The keymap that ``write`` wrote; the defaults where ``text`` is none."""
        found = keymap_table(text) or {}
        good = {
            str(action_id): [key for key in keys if isinstance(key, str) and normal(key)]
            for action_id, keys in found.items()
            if isinstance(keys, list)
        }
        return cls(good)

    def write(self) -> str:
        """What was changed, as text for the settings."""
        return json.dumps(self.changed)

    def keys(self, action_id: str) -> Keys:
        """The keys of an action."""
        return self.changed.get(action_id, default_keys(action_id))

    def owner(self, key: str, other_than: str = "") -> str | None:
        """The action that ``key`` belongs to, None when it is free (or belongs to ``other_than``)."""
        wanted = normal(key)
        return next((spec.id for spec in ACTIONS if spec.id != other_than and wanted in self.keys(spec.id)), None)

    def assign(self, action_id: str, keys: Sequence[str]) -> str | None:
        """Give an action these keys; returns the action that holds one of them already, and then changes nothing."""
        wanted = tuple(dict.fromkeys(normal(key) for key in keys if normal(key)))
        taken = next((owner for key in wanted if (owner := self.owner(key, action_id)) is not None), None)
        if taken is None:
            self._put(action_id, wanted)
        return taken

    def reset(self) -> None:
        """Back to the defaults."""
        self.changed.clear()

    def _put(self, action_id: str, keys: Keys) -> None:
        if keys == default_keys(action_id):
            self.changed.pop(action_id, None)
        else:
            self.changed[action_id] = keys


def default_keys(action_id: str) -> Keys:
    """The keys that an action has before anybody changes them."""
    return tuple(normal(key) for key in SPECS[action_id].shortcuts)


def normal(key: str) -> str:
    """One spelling for each key: ``ctrl + shift+z`` and ``Ctrl+Shift+Z`` are the same; '' for what is not a key."""
    return QKeySequence(key.replace(" ", "")).toString(QKeySequence.SequenceFormat.PortableText)


def menu_on(key: str) -> str | None:
    """The menu that ``key`` opens in the language spoken; None for a key that opens none.

    Given to an action as well, such a key would do neither.
    """
    titles = {normal(f"Alt+{found[found.index('&') + 1]}"): found for menu in MENUS if "&" in (found := tr(menu.title))}
    title = titles.get(normal(key))
    return None if title is None else bare(title)
