"""Texts from files that would steer a terminal, a spreadsheet or a parser; and memory that ends."""

from __future__ import annotations

import csv
import errno
import io
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cli import commands, main
from core.files import documents
from core.files.folders import cell, from_cell, holdable, one_line, printable
from core.formats import reader
from core.formats.common.reading import described
from core.machine import is_out_of_memory
from core.masks.png import write_label_map
from core.types import ObjectInfo
from tests.helpers.commands import moving, write_clip
from tests.helpers.datasets import clip_of, export

LABELS = [np.ones((6, 8), np.uint8)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("cat\u202egnp.exe", "cat\\u202egnp.exe"),
        ("\ud800", "\\ud800"),
        ("\x9b2J", "\\x9b2J"),
        ("two\rlines", "two\\x0dlines"),
        ("two\nlines\tapart", "two\nlines\tapart"),
        ("größer 雪 😀", "größer 雪 😀"),
    ],
)
def test_that_what_steers_a_terminal_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert one_line(text) == shown.replace("\n", "\\n").replace("\t", "\\t")


def test_that_the_commands_print_escapes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["project", "info", str(tmp_path / "a\x1b[2J\nrpcm: all is well\u202e.rpcm")]) == 2
    told = capsys.readouterr().err
    assert "a\\x1b[2J\\nrpcm: all is well\\u202e.rpcm" in told and "\x1b" not in told


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1+1", "''-x"])
def test_that_a_cell_never_begins_like_a_formula(text: str) -> None:
    assert cell(text) == "'" + text


@given(st.text())
def test_that_a_cell_gives_its_text_back(text: str) -> None:
    assert from_cell(cell(text)) == text


def test_that_tables_hold_no_formula_and_give_names_back(tmp_path: Path) -> None:
    clip = clip_of(LABELS, [ObjectInfo(1, "=cmd|'/C calc'!A0", (1, 2, 3), category="@x")])
    export(clip, "csv", tmp_path / "t.csv")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "t.csv").read_text(encoding="utf-8")))
    assert (row["object_name"], row["category"]) == ("'=cmd|'/C calc'!A0", "'@x")
    export(clip, "masks", tmp_path / "m")
    (back,) = reader("masks").read(tmp_path / "m", reader("masks").sequences(tmp_path / "m")[0]).objects
    assert (back.name, back.category) == ("=cmd|'/C calc'!A0", "@x")


def test_that_names_of_objects_can_be_written_anywhere() -> None:
    info = described(1, "a\nb\x00\ud83d", "c\x1b")
    assert (info.name, info.category) == ("a\\x0ab\\x00\ufffd", "c\\x1b")
    with pytest.raises(ValueError, match="no text"):
        described(1, ["a"])  # type: ignore[arg-type]
    assert holdable("Ball, größer") == "Ball, größer"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('<!DOCTYPE a [<!ENTITY b "lol">]><a>&b;</a>', "entities"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "entities"),
        ("<a>" * 100_000, "nested too deeply"),
        ("<a>", "no element found"),
        ("", "no element found"),
        ("<a/>\0", "not well-formed"),
        ('<?xml version="1.0" encoding="utf-6"?><a/>', "unknown encoding"),  # found by fuzzing
        ('<?xml version="1.0" encoding="hex"?><a/>', "not a text encoding"),
        ('<?xml version="1.0" encoding="utf-32"?><a/>', "multi-byte encodings"),
    ],
)
def test_that_xml_made_to_do_harm_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        documents.parse_xml(text.encode())


def test_that_xml_is_read_as_it_stands() -> None:
    root = documents.parse_xml('<?xml version="1.0"?><a b="&lt;ä"><c>x&amp;y</c>tail</a>'.encode())
    assert (root.tag, root.attrib, root.findtext("c"), root[0].tail) == ("a", {"b": "<ä"}, "x&y", "tail")


MEMORY = [
    MemoryError(),
    MemoryError("Unable to allocate 21 GiB"),
    RuntimeError("could not create a primitive"),
    RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: not enough memory: you tried to allocate"),
    RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB"),
    RuntimeError("can't start new thread"),
    OSError(errno.ENOMEM, "Cannot allocate memory"),
    cv2.error("OpenCV(4) alloc.cpp: (-4:Insufficient memory) Failed to allocate 8 bytes"),
]


@pytest.mark.parametrize("problem", MEMORY, ids=repr)
def test_that_running_out_of_memory_is_a_message_with_advice(
    problem: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_arguments: object) -> None:
        raise problem

    assert is_out_of_memory(problem)
    monkeypatch.setattr(commands, "build_parser", fails)
    assert main(["doctor"]) == 2
    told = capsys.readouterr().err
    assert "rpcm: Out of memory" in told and "Close other programs" in told


def test_that_other_errors_are_not_taken_for_memory() -> None:
    assert not is_out_of_memory(RuntimeError("size mismatch")) and not is_out_of_memory(KeyError("out of memory"))


@pytest.mark.parametrize(
    "words",
    [
        ["import", "LONG", "--out", "new.rpcm"],
        ["import", "clip", "--video", "LONG", "--out", "new.rpcm"],
        ["import", "clip", "--format", "masks", "--out", "LONG"],
        ["convert", "LONG", "--to", "masks", "--out", "out"],
        ["convert", "clip", "--from", "masks", "--to", "masks", "--out", "LONG"],
        ["export", "LONG", "--format", "masks", "--out", "out"],
        ["project", "check", "LONG"],
        ["project", "repair", "LONG"],
        ["project", "info", "LONG"],
        ["propagate", "LONG", "--seed", "clip", "--out", "out"],
        ["propagate", "clip", "--seed", "LONG", "--out", "out"],
        ["propagate", "clip", "--seed", "clip/f00.png", "--out", "LONG"],
        ["evaluate", "--prediction", "LONG", "--ground-truth", "LONG"],
        ["weights", "import", "LONG", "out", "--preset", "mobilenet"],
    ],
    ids=" ".join,
)
def test_that_a_name_that_is_too_long_is_a_message(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_label_map(write_clip(tmp_path / "clip", frames=1) / "f00.png", moving(0, 1))
    assert main([str(tmp_path / ("x" * 300)) if word == "LONG" else word for word in words]) == 2
    assert "rpcm: " in capsys.readouterr().err
