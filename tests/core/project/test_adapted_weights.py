"""Weights adapted to a clip: what a project says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import UserError
from core.project.adapted_weights import (
    KEY,
    Adaptation,
    adaptation,
    adapted_file,
    adapted_path,
    discard,
    keep,
    own_file,
    switch,
    weights_for,
)
from core.project.store import ProjectStore
from tests.helpers.projects import new_project


def kept_in(store: ProjectStore, content: bytes = b"weights", base: str = "compact") -> Path:
    path = adapted_path(store.path, content)
    path.write_bytes(content)
    keep(store, Adaptation(file=path.name, base=base, used=True, before=0.5, after=0.6, frames=(0, 4)))
    return path


def test_that_a_project_without_adapted_weights_uses_those_chosen(tmp_path: Path) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        assert adaptation(store) is None
        assert adapted_file(store) is None
        assert weights_for(store, "compact") == "compact"


def test_that_adapted_weights_are_used_in_place_of_those_they_were_made_from(tmp_path: Path) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        path = kept_in(store)
        assert weights_for(store, "compact") == str(path)
        assert weights_for(store, "other.safetensors") == "other.safetensors"


def test_that_a_reopened_project_knows_its_adapted_weights(tmp_path: Path) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        path = kept_in(store)
    reopened = ProjectStore.open(tmp_path / "clip.rpcm")
    found, used = adaptation(reopened), adapted_file(reopened)
    reopened.close()
    assert used == path
    assert found is not None
    assert (found.before, found.after, tuple(found.frames)) == (0.5, 0.6, (0, 4))


def test_that_switching_off_keeps_the_weights_and_switching_on_brings_them_back(tmp_path: Path) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        path = kept_in(store)
        switch(store, used=False)
        assert weights_for(store, "compact") == "compact"
        assert path.is_file()
        switch(store, used=True)
        assert weights_for(store, "compact") == str(path)


def test_that_undoing_leaves_nothing_behind(tmp_path: Path) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        path = kept_in(store)
        discard(store)
        assert not path.exists()
        assert adaptation(store) is None
        assert weights_for(store, "compact") == "compact"


def test_that_adapting_again_replaces_the_earlier_weights(tmp_path: Path) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        first, second = kept_in(store, b"first"), kept_in(store, b"second")
        assert not first.exists()
        assert second.is_file()
        assert adapted_file(store) == second


def test_that_the_history_tells_of_it(tmp_path: Path) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        kept_in(store)
        assert "Adapted" in store.history.latest(1)[0].text


def test_that_lost_weights_are_named_with_a_way_out(tmp_path: Path) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        path = kept_in(store)
        path.unlink()
        with pytest.raises(UserError, match=path.name) as caught:
            weights_for(store, "compact")
        assert "--off" in caught.value.hint


def test_that_nothing_can_be_switched_or_undone_where_nothing_was_adapted(tmp_path: Path) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        with pytest.raises(UserError, match="no adapted weights"):
            switch(store, used=True)
        with pytest.raises(UserError, match="no adapted weights"):
            discard(store)


def crafted(store: ProjectStore, **other: object) -> None:
    """Write what this program would not."""
    plain = {"file": "x.adapted-00000000.safetensors", "base": "compact", "used": True}
    store.state.set(KEY, {**plain, "before": 0.5, "after": 0.6, "frames": [0], **other})


FOREIGN = ("../precious", "precious", "sub/precious", "..", ".", "", "a\0b", "precious.safetensors", 7, None, ["x"])


@pytest.mark.parametrize("name", [*FOREIGN, "ABSOLUTE"])
def test_that_a_crafted_name_leads_to_no_file(tmp_path: Path, name: object) -> None:
    folder = tmp_path / "inner"
    (folder / "sub").mkdir(parents=True)
    precious = [place / "precious" for place in (tmp_path, folder, folder / "sub")]
    for file in (*precious, folder / "precious.safetensors"):
        file.write_bytes(b"of the user")
    with new_project(folder / "clip.rpcm") as store:
        crafted(store, file=str(precious[0]) if name == "ABSOLUTE" else name)
        assert adaptation(store) is None and adapted_file(store) is None
        with pytest.raises(UserError, match="invalid") as caught:
            weights_for(store, "compact")
        assert "--undo" in caught.value.hint
        discard(store)
        assert weights_for(store, "compact") == "compact"
    assert all(file.read_bytes() == b"of the user" for file in (*precious, folder / "precious.safetensors"))


def test_that_a_file_of_the_expected_name_with_other_content_is_neither_removed_nor_handed_on(tmp_path: Path) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        crafted(store)
        found = adaptation(store)
        assert found is not None
        file = tmp_path / found.file
        file.write_bytes(b"of the user")
        assert own_file(store, found) is None
        kept_in(store)
        assert file.read_bytes() == b"of the user"


def test_that_a_link_of_the_expected_name_is_neither_removed_nor_followed(tmp_path: Path) -> None:
    with new_project(tmp_path / "clip.rpcm") as store:
        place = adapted_path(store.path, b"of the user")
        (tmp_path / "precious").write_bytes(b"of the user")
        place.symlink_to(tmp_path / "precious")
        crafted(store, file=place.name)
        found = adaptation(store)
        assert found is not None and own_file(store, found) is None
        discard(store)
    assert place.is_symlink() and (tmp_path / "precious").read_bytes() == b"of the user"
