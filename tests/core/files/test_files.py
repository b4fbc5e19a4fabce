"""What the system reports about a path is explained the same way on every platform and by every library."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from core.errors import UserError, os_errors_as_user_errors, os_user_error
from core.files import write_atomically


@pytest.mark.parametrize("number", [errno.ENOTDIR, errno.EEXIST, errno.ENOENT])
def test_that_a_file_on_the_way_is_named_whichever_number_is_reported(number: int, tmp_path: Path) -> None:
    """Linux reports ENOTDIR, making the folder EEXIST, Windows ENOENT."""
    (tmp_path / "file").touch()
    told = os_user_error(OSError(number, os.strerror(number)), tmp_path / "file" / "sub" / "x", "write")
    assert "part of its path is a file" in told.message
    assert told.hint == "Choose a path in which every parent is a folder."


def test_that_a_folder_to_be_made_of_the_name_of_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(UserError, match=r"Cannot write .*a file with that name already exists"),
        os_errors_as_user_errors(tmp_path / "file", "write"),
    ):
        (tmp_path / "file").mkdir(exist_ok=True)


def test_that_what_is_only_missing_is_not_taken_for_a_file_on_the_way(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="it does not exist"), os_errors_as_user_errors(tmp_path / "a" / "b", "read"):
        (tmp_path / "a" / "b").read_bytes()


def test_that_writing_below_a_file_is_explained_and_leaves_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    with pytest.raises(UserError, match="part of its path is a file"):
        write_atomically(tmp_path / "file" / "sub" / "x", b"new")
    assert (tmp_path / "file").read_text() == "kept"
