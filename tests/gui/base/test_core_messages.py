"""What the core says to the user, in every language of the window."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.errors import UserError, os_user_error
from core.project.store import ProjectStore
from core.video.image_folder import ImageFolder
from rpcm_gui.base.core_messages import TEMPLATES, message_of, translate
from rpcm_gui.base.language import LANGUAGES, SOURCE, set_language, tr

CORE = Path(__file__).resolve().parents[3] / "core"
FIELD = re.compile(r"\{[^{}]*\}")

ELSEWHERE = (
    "cli/", "evaluation/", "training/", "network/", "propagation/plan.py", "propagation/state", "exchange/projects.py",
)  # fmt: skip
"""Whose errors only the command line meets."""
ENGLISH = {
    # Refusals of options that the window does not offer, or holds within their limits.
    "Every {}th frame is no choice.", "Choose 1 for all frames, or more.", "{}x{} is no size of a picture.",
    "Choose a width and a height of 1 or more.", "A share of {} for validation is none.",
    "Choose 0 or more, below 1.", "No format '{}' can be {}.", "Choose one of: {}.", "{} has no sets.",
    "Leave the set out.", "tau is {}, but it counts frames.", "Set tau to 1 or more; the paper uses 5.",
    "alpha is {}, outside 0..{} ({}).", "The pool budget is {}.", "Set it to 0 or more frames.",
    "Set alpha above 0: 0.5 suits the normalised entropy, 1.0 is the paper's, in nats.",
    "The pool budget is {} pixels.", "Set it to 1 pixel or more.",
    "The range {}:{} is not in the clip, which has {} frames.",
    "Choose frames from 0 to {}, the first not after the last.", "There is no precision '{}'.",
    "Choose one of auto, {}.",
    # Seeds from files.
    "The seed of frame {} holds {} labels.", "Number objects 1 to {} and store them as 8-bit labels.",
    "The seed of frame {} is {}, the frame is {}x{}.", "Draw or export the mask at the size of the frame.",
    # What `rpcm adapt` and `rpcm project` do.
    "{} has no adapted weights.", "Make them first: rpcm adapt {}", "{} has no adapted weights to undo.",
    "Runs use the weights chosen already.", "{} cannot be compacted. {}", "Close it elsewhere, then try again.",
    "Check the masks, and accept it as it is: rpcm project relink {} {} --accept-other",
}  # fmt: skip


@pytest.fixture(params=[name for name in LANGUAGES if name != SOURCE])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Every language but English, one after another."""
    assert set_language(qapp, request.param) is None
    yield request.param
    set_language(qapp, SOURCE)


def text_of(node: ast.AST) -> str | None:
    """A text with ``{}`` for each value; None for what is none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return FIELD.sub("{}", node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


@cache
def texts_of_core() -> tuple[str, ...]:
    """Every text in the core's source that may be a sentence."""
    nodes = (node for file in sorted(CORE.rglob("*.py")) for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    texts = {text.strip() for node in nodes if (text := text_of(node)) is not None}
    return tuple(text for text in texts if 6 <= len(FIELD.sub("", text)) <= 300)


def told() -> Iterator[tuple[str, str]]:
    """File and text of every message and hint that the window may meet and that is written where it is raised."""
    for file in sorted(CORE.rglob("*.py")):
        name = file.relative_to(CORE).as_posix()
        if name.startswith(ELSEWHERE):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "UserError":
                yield from ((name, text) for each in node.args if (text := text_of(each)) is not None)


def fits(template: str, text: str) -> bool:
    """Whether ``text`` is what ``template`` becomes with some values."""
    words = FIELD.split(template)
    if not all(word in text for word in words):
        return False
    return re.fullmatch(".+?".join(re.escape(word) for word in words), text, re.S) is not None


def example(template: str) -> str:
    """A sentence of the table with some values."""
    return FIELD.sub(lambda field: "1x1" if "size" in field[0] else "@", template)


def is_said(sentence: str) -> bool:
    """Whether the core says ``sentence``, or says all that it consists of."""
    if any(fits(text, sentence) for text in texts_of_core()):
        return True
    halves = [sentence[: found.end()] for found in re.finditer(r"[.?)] ", sentence)]
    return any(is_said(half.strip()) and is_said(sentence[len(half) :]) for half in halves)


def test_that_the_core_still_says_every_sentence_of_the_table() -> None:
    assert [template for template in TEMPLATES if not is_said(example(template))] == []


def test_that_the_table_has_everything_that_the_window_may_be_told() -> None:
    """What fails here is not translated yet: add it to ``core_messages.py``, or say above why it stays English."""

    def is_there(text: str) -> bool:
        filled = text.replace("{}", "@")
        return any(fits(template, filled) or fits(text, example(template)) for template in TEMPLATES)

    missing = {(name, text) for name, text in told() if text not in ENGLISH and not is_there(text)}
    assert sorted(missing) == []
    assert [text for text in ENGLISH if text not in {text for _, text in told()}] == []


def test_that_every_sentence_is_recognised_with_its_values(spoken: str) -> None:
    for template in TEMPLATES:
        values = {name: f"<{name} 7>" for name in re.findall(r"\{(\w+)\}", template)}
        assert translate(template.format(**values)) == tr(template).format(**values)
        assert tr(template) != template


def test_that_a_reason_within_a_sentence_is_translated_too(spoken: str) -> None:
    error = os_user_error(FileNotFoundError(2, "gone"), Path("clip.mp4"), "read")
    message = message_of(error)
    assert "clip.mp4" in message.text and tr("it does not exist") in message.text
    assert message.hint == tr("Check the path; the file may have been moved or renamed.")


def test_that_errors_as_they_are_raised_are_recognised(spoken: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "no.rpcm").write_bytes(b"no project at all" * 100)
    for make in (lambda: ImageFolder(tmp_path / "empty"), lambda: ProjectStore.open(tmp_path / "no.rpcm")):
        with pytest.raises(UserError) as raised:
            make()
        message = message_of(raised.value)
        assert message.text != raised.value.message and message.hint != raised.value.hint


def test_that_other_texts_and_english_stay_as_they_are(qapp: QApplication, spoken: str) -> None:
    assert translate("Something else altogether.") == "Something else altogether."
    set_language(qapp, SOURCE)
    assert translate("No frame would be exported.") == "No frame would be exported."
