"""Messages know their templates, through nesting, plurals and other processes."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from core.errors import Counted, Text, UserError, joined, os_errors_as_user_errors


def test_that_a_text_is_its_english_sentence() -> None:
    text = Text("'{path}' has {count} frames.", path=Path("a.mp4"), count=3)
    assert text == "'a.mp4' has 3 frames." and text.template == "'{path}' has {count} frames."
    assert text.values == {"path": "a.mp4", "count": 3}


def test_that_values_may_hold_braces() -> None:
    assert Text("'{name}' is a folder.", name="{x}") == "'{x}' is a folder."


def test_that_an_error_fills_message_and_hint_with_the_same_values() -> None:
    error = UserError("Cannot read '{path}'.", "Rename '{path}'.", path="a")
    assert (error.message, error.hint) == ("Cannot read 'a'.", "Rename 'a'.")
    assert str(error) == "Cannot read 'a'. Rename 'a'."


def test_that_another_process_gets_template_and_values() -> None:
    error = UserError("Cannot read '{path}': {reason}.", "Choose a file.", path="a", reason=Text("the disk is full"))
    copy = pickle.loads(pickle.dumps(error))
    assert str(copy) == str(error) and copy.message.template == error.message.template
    assert copy.message.values["reason"].template == "the disk is full" and copy.hint.template == "Choose a file."


@pytest.mark.parametrize(("count", "sentence"), [(0, "0 masks"), (1, "1 mask"), (2, "2 masks")])
def test_that_one_thing_has_a_sentence_of_its_own(count: int, sentence: str) -> None:
    assert Counted("{count} mask", "{count} masks").text(count) == sentence


def test_that_joined_texts_keep_their_templates() -> None:
    text = joined([Text("it has {count} tables", count=2), "as it is"])
    assert text == "it has 2 tables; as it is"
    assert [getattr(part, "template", None) for part in text.values.values()] == ["it has {count} tables", None]


def test_that_values_can_be_exchanged_at_any_depth() -> None:
    inner = Text("{name} is locked", name="/data/x.part")
    assert (
        Text("{path}: {reason}", path="/data/x.part", reason=inner).with_values("/data/x.part", "/a")
        == "/a: /a is locked"
    )


def test_that_a_system_s_error_keeps_its_reason_as_a_template() -> None:
    with pytest.raises(UserError) as raised, os_errors_as_user_errors(Path("clip.mp4"), "read"):
        raise FileNotFoundError(2, "gone")
    reason = raised.value.message.values["reason"]
    assert isinstance(reason, Text) and reason.template == "it does not exist"
