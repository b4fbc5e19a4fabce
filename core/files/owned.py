"""What this program wrote, so that nothing else is ever replaced.

A folder that is written as a whole holds a list of its files with their digests (``MANIFEST``). It is replaced only
while it holds these very files and nothing else. Where files are written one by one, the folder has a growing list
(``LEDGER``), and only a file that is on it, unchanged, is replaced. Both lists only say what is ours: no name in them
is ever used as a path.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError, os_errors_as_user_errors
from core.files import Staged, real_place, write_atomically

if TYPE_CHECKING:
    pass


MANIFEST = ".rpcm-export"
LEDGER = ".rpcm-files"
_PROGRAM = "RPCM Annotator"

Entry = tuple[int, str]
"""Size in bytes and digest of a file."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder as it was looked at: size and time of change of every file, and every folder, by relative path.

    ``others`` is what is neither, such as links.
    """

    files: Mapping[str, tuple[int, int]]
    folders: frozenset[str]
    others: frozenset[str]


def tree_of(folder: Path) -> Tree:
    """What ``folder`` holds; no link is followed. Raises OSError."""
    files: dict[str, tuple[int, int]] = {}
    folders: set[str] = set()
    others: set[str] = set()
    for name, status in _entries(folder, ""):
        if stat.S_ISREG(status.st_mode):
            files[name] = status.st_size, status.st_mtime_ns
        else:
            (folders if stat.S_ISDIR(status.st_mode) else others).add(name)
    return Tree(files, frozenset(folders), frozenset(others))


def _entries(folder: Path, prefix: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        status = entry.stat(follow_symlinks=False)
        yield f"{prefix}{entry.name}", status
        if stat.S_ISDIR(status.st_mode):
            yield from _entries(Path(entry.path), f"{prefix}{entry.name}/")


def digest_of(path: Path) -> str:
    """Of the content of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()[:32]


def write_manifest(folder: Path) -> None:
    """Let ``folder`` say that all it holds was written by this program. Raises OSError."""
    tree = tree_of(folder)
    files = {name: (size, digest_of(folder / name)) for name, (size, _) in tree.files.items()}
    text = json.dumps({"program": _PROGRAM, "files": files, "folders": sorted(tree.folders)}, indent=0)
    with (folder / MANIFEST).open("x", encoding="utf-8") as file:
        file.write(text + "\n")


def _manifest(folder: Path, tree: Tree) -> tuple[dict[str, Entry], set[str]]:
    """Files and folders that the list in ``folder`` names; none where there is no list of ours."""
    if MANIFEST not in tree.files:
        return {}, set()
    with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
        kept = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if kept["program"] == _PROGRAM:
            files = {str(name): (int(size), str(digest)) for name, (size, digest) in kept["files"].items()}
            return files, set(map(str, kept["folders"]))
    return {}, set()


def foreign_thing(folder: Path, tree: Tree, *, quickly: bool = False) -> tuple[str, bool] | None:
    """The first thing in ``folder`` that is not as an export of ours left it, and whether it is a file of ours changed.

    None where all of it is ours. Raises OSError.

    Args:
        tree: What it holds.
        quickly: Compare names and sizes alone.
    """
    files, folders = _manifest(folder, tree)
    unknown = sorted((tree.files.keys() - files.keys() - {MANIFEST}) | (tree.folders - folders) | tree.others)
    if unknown or not files:
        return (unknown or [MANIFEST])[0], False
    own = [name for name in tree.files if name != MANIFEST]
    changed = next((name for name in own if tree.files[name][0] != files[name][0]), None)
    if changed is None and not quickly:
        changed = next((name for name in own if digest_of(folder / name) != files[name][1]), None)
    return None if changed is None else (changed, True)


class Replaceable:
    """A folder that may be replaced, as it was when that was found out.

    Attributes:
        path: The folder.
    """

    def __init__(self, path: Path, tree: Tree) -> None:
        self.path = path
        self._tree = tree

    def refuse_changed(self, place: Path) -> None:
        """Raise UserError where the folder, which lies at ``place`` by now, is no longer as it was."""
        with os_errors_as_user_errors(self.path, "write"):
            now = tree_of(place)
        if now != self._tree:
            raise UserError(
                "'{path}' changed while it was being replaced, so it was left as it is.",
                "Choose another folder, or try again.",
                path=self.path,
            )


def refuse_overwrite(
    destination: Path, overwrite: bool, keep: Sequence[Path] = (), *, quickly: bool = False
) -> Replaceable | None:
    """Raise UserError where writing the folder or file ``destination`` would destroy anything but an earlier export.

    Args:
        destination: What is to be written. A link stands for what it leads to.
        overwrite: Whether the user agreed to replace it.
        keep: What must stay in any case, such as the frames that are exported.
        quickly: Look at names alone, not at the content of files.

    Returns:
        The folder that will be replaced; None where there is nothing, an empty folder or a file.
    """
    place = real_place(destination)
    with os_errors_as_user_errors(destination, "write"):
        if not place.exists() and not place.is_symlink():
            return None
        tree = tree_of(place) if place.is_dir() else None
    if tree is not None and not (tree.files or tree.folders or tree.others):
        return None
    if not overwrite:
        raise UserError("'{path}' already exists.", "Choose another name, or allow overwriting.", path=destination)
    refuse_to_lose(destination, keep)
    if tree is None:
        refuse_foreign([place])
        return None
    with os_errors_as_user_errors(destination, "write"):
        found = foreign_thing(place, tree, quickly=quickly)
    if found is not None:
        raise _foreign(destination, *found)
    return Replaceable(place, tree)


def refuse_to_lose(destination: Path, keep: Sequence[Path]) -> None:
    """Raise UserError where one of ``keep`` is, or lies in, ``destination``."""
    place = real_place(destination)
    for path in keep:
        if real_place(path).is_relative_to(place):
            raise UserError(
                "'{destination}' contains '{path}', which is being read. Overwriting would delete it.",
                "Choose a new or empty folder.",
                destination=destination,
                path=path,
            )


def _foreign(destination: Path, name: str, is_changed: bool) -> UserError:
    if is_changed:
        return UserError(
            "'{name}' in '{destination}' has changed since the export. Overwriting would lose these changes.",
            "Choose a new or empty folder.",
            name=name,
            destination=destination,
        )
    return UserError(
        "'{path}' contains other files ('{thing}') that overwriting would delete.",
        "Choose a new or empty folder.",
        path=destination,
        thing=name,
    )


# --- Files written one by one ----------------------------------------------------------------------------------------


class Ledger:
    """The list of files in and below ``folder`` that this program wrote one by one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._place = folder / LEDGER
        self._known: dict[str, set[Entry]] | None = None

    def is_own(self, path: Path) -> bool:
        """Whether the file at ``path`` is on the list and has not changed since. Raises UserError."""
        with os_errors_as_user_errors(path, "read"):
            status = path.lstat()
            if not stat.S_ISREG(status.st_mode):
                return False
            known = {digest for size, digest in self._entries().get(self._name(path), ()) if size == status.st_size}
            return bool(known) and digest_of(path) in known

    def _name(self, path: Path) -> str:
        return Path(os.path.relpath(path, self._folder)).as_posix()

    def note(self, path: Path, size: int, digest: str) -> None:
        """Put a file that is about to appear at ``path`` on the list. Raises OSError.

        It is noted before it is there: a list that names a file that never came does no harm.
        """
        name = self._name(path)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        descriptor = os.open(self._place, flags, 0o666)
        try:
            # What a killed writer left unfinished must not swallow this line.
            os.write(descriptor, b"\n" + json.dumps([name, size, digest]).encode() + b"\n")
        finally:
            os.close(descriptor)
        self._entries().setdefault(name, set()).add((size, digest))

    def write(self, path: Path, data: bytes) -> None:
        """Write ``data`` to ``path`` as a whole, in the place of nothing or of an own file.

        Raises UserError.
        """
        refuse_foreign([path], ledger=self)
        with os_errors_as_user_errors(path, "write"):
            self._folder.mkdir(parents=True, exist_ok=True)
            self.note(path, len(data), hashlib.blake2b(data).hexdigest()[:32])
        write_atomically(path, data)

    def _entries(self) -> dict[str, set[Entry]]:
        if self._known is None:
            self._known = _read_ledger(self._place)
        return self._known


def _read_ledger(place: Path) -> dict[str, set[Entry]]:
    entries: dict[str, set[Entry]] = {}
    if place.is_symlink() or not place.is_file():
        return entries
    for line in place.read_bytes().splitlines():
        # The last line may be half of one, where its writer was killed.
        with suppress(ValueError, TypeError, RecursionError):
            name, size, digest = json.loads(line)
            entries.setdefault(str(name), set()).add((int(size), str(digest)))
    return entries


def refuse_foreign(paths: Iterable[Path], *, overwrite: bool = True, ledger: Ledger | None = None) -> None:
    """Raise UserError where one of ``paths`` exists and is not ours, or is ours and ``overwrite`` was not agreed to."""
    for path in paths:
        if not path.is_symlink() and not path.exists():
            continue
        if not overwrite:
            raise UserError("'{path}' already exists.", "Choose another name, or allow overwriting.", path=path)
        if not (ledger or Ledger(path.parent)).is_own(path):
            raise UserError(
                "'{path}' was not written by RPCM Annotator, or has changed since.",
                "Choose another name, or move the file away.",
                path=path,
            )


class OwnWriter:
    """Writes files below ``folder`` one by one, each in the place of nothing or of a file that this program wrote."""

    def __init__(self, folder: Path) -> None:
        self._ledger = Ledger(real_place(folder))

    def refuse_foreign(self, paths: Iterable[Path], *, overwrite: bool) -> None:
        """Raise UserError where one of ``paths`` could not be written, or not without ``overwrite``."""
        refuse_foreign(map(real_place, paths), overwrite=overwrite, ledger=self._ledger)

    def write(self, path: Path, data: bytes) -> None:
        """Write ``data`` to ``path`` as a whole. A link stands for what it leads to. Raises UserError."""
        place = real_place(path)
        if place.is_dir():
            raise UserError("Cannot write '{path}': it is a folder.", "Choose a file name.", path=path)
        self._ledger.write(place, data)


def write_own(path: Path, data: bytes) -> None:
    """Write one file as :class:`OwnWriter` does, on the list of its own folder. Raises UserError."""
    OwnWriter(real_place(path).parent).write(path, data)


def note_staged(staged: Staged) -> None:
    """Put a file that was staged, and is about to be committed, on its folder's list. Raises OSError."""
    place = staged.destination
    Ledger(place.parent).note(place, staged.path.stat().st_size, digest_of(staged.path))
