"""Text that grows with a clip waits on the disk and comes back in order."""

from __future__ import annotations

import io
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.formats import ExportOptions
from core.formats.common import output_files
from core.formats.common.output_files import TextBuffer
from tests.helpers.datasets import export, folder, random_clip


@given(st.lists(st.text(max_size=40), max_size=30), st.sampled_from(["", ","]), st.integers(1, 60))
def test_that_entries_come_back_in_order_whatever_fits_into_memory(entries: list[str], between: str, room: int) -> None:
    with folder() as root:
        kept = TextBuffer(root / ".x.spool", between, room)
        for entry in entries:
            kept.add(entry)
        assert kept.count == len(entries)
        out = io.BytesIO()
        kept.move_into(out)
        assert out.getvalue().decode("utf-8", "surrogatepass") == between.join(entries)
        assert list(root.iterdir()) == []


def test_that_what_does_not_fit_is_on_the_disk(tmp_path: Path) -> None:
    kept = TextBuffer(tmp_path / ".x.spool", room=1000)
    for _ in range(100):
        kept.add("x" * 99)
    assert 8900 <= (tmp_path / ".x.spool").stat().st_size < 9900


def test_that_a_long_clip_becomes_one_file_and_leaves_no_spool(tmp_path: Path) -> None:
    clip = random_clip(150, 200, (1, 2), 60, 1, with_void=False)
    for kind, name in (("coco", "annotations/instances_train.json"), ("youtube-vis", "train/instances.json")):
        export(clip, kind, tmp_path / kind, ExportOptions(pictures=False))
        text = (tmp_path / kind / name).read_text("utf-8")
        assert len(text) > 3 * output_files.ROOM
        assert len(json.loads(text)["annotations"]) > 1
        assert not list(tmp_path.rglob("*.spool"))
