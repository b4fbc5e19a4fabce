"""Words in the user's language: every text that a person reads passes through :func:`tr`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "rpcm"


def tr(text: str) -> str:
    """The text in the chosen language; the English text itself where no translation is loaded.

    ``text`` is written out at the call, so that Qt's extractor finds it; values go in afterwards:
    ``tr("Frame {frame} of {count}").format(frame=3, count=90)``.
    """
    return QCoreApplication.translate(CONTEXT, text)
