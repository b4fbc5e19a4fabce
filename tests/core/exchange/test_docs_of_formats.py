"""The page on formats: its code runs, and its table names every format."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from core import formats
from tests.helpers.datasets import MemoryFrames, clip_of, export, random_clip

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "formats.md").read_text("utf-8")


def test_that_the_code_of_the_page_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clip = random_clip(24, 30, (1, 2), 6, 3, with_void=False)
    named = formats.Clip("bear", clip.frames, clip.objects, clip.read_labels)
    export(named, "davis", tmp_path / "DAVIS")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for snippet in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL):
        exec(snippet, names)
    assert capsys.readouterr().out.splitlines()[0] == "('bear',)"
    assert names["report"].frames == 3
    assert formats.reader("coco").read(tmp_path / "bear-coco", "bear", MemoryFrames([names["picture"]] * 6)) is not None
    assert len(list((tmp_path / "bear-cutouts" / "images").iterdir())) == 4


def test_that_the_table_tells_every_format_and_what_it_can(tmp_path: Path) -> None:
    rows = {cells[2].strip(" `"): cells for cells in (line.split("|") for line in PAGE.splitlines()) if len(cells) > 8}
    del rows["---"], rows["--format"]
    assert set(rows) == set(formats.WRITERS)
    for kind, cells in rows.items():
        chosen = formats.WRITERS[kind]
        assert cells[3].strip().startswith("yes, yes" if kind in formats.READERS else "yes, no")
        if isinstance(chosen, formats.FolderFormat):
            assert cells[4].strip() == ("yes" if chosen.holds_many else "no")
            assert cells[5].strip() == chosen.split_by


def test_that_a_clip_of_one_frame_is_enough(tmp_path: Path) -> None:
    """The smallest dataset there is goes through every format."""
    clip = clip_of([random_clip(1, 1, (), 1, 0, with_void=False).labels(0) + 1])
    for kind in formats.READERS:
        export(clip, kind, tmp_path / kind)
        (name,) = formats.reader(kind).sequences(tmp_path / kind)
        assert formats.reader(kind).read(tmp_path / kind, name).labels(0).tolist() == [[1]]
