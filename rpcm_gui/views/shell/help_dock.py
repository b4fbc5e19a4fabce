"""Help on the part of the window that one points at, with the keys that belong to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QObject, QUrl, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDockWidget, QTextBrowser, QWhatsThis, QWidget

from core.errors import UserError
from core.paths import resource
from rpcm_gui.actions.table import ACTIONS
from rpcm_gui.base.failures import message_of
from rpcm_gui.base.language import language, tr
from rpcm_gui.base.plain import tip

TOPICS: dict[str, tuple[str, ...]] = {
    "window": ("file", "edit", "help"),
    "start": ("file",),
    "canvas": ("tool", "view", "compare"),
    "tools": ("tool",),
    "options": ("mask",),
    "objects": ("object",),
    "history": ("edit",),
    "run": ("propagate", "device"),
    "timeline": ("go", "play", "range", "review"),
    "display": ("view", "compare"),
    "messages": (),
    "status": (),
}
"""Topics are called as the parts of the window that they are about; with each, the groups of actions to list."""
DEFAULT = "window"
_WIDTH = 320

Keys = Callable[[str], Sequence[str]]


class HelpDock(QDockWidget):
    """Shows one topic at a time beside the work. ``keys`` gives the keys of an action's id."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(tr("Help"), parent)
        self.setObjectName("help")
        self.setAccessibleName(tr("Help"))
        self._keys = keys
        self.topic = ""
        self._text = HelpText()
        self._text.setObjectName("help.text")
        self._text.setAccessibleName(tr("Help"))
        self._text.setMinimumWidth(_WIDTH)
        self._text.document().setIndentWidth(14)
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow)
        self.setWidget(self._text)
        self.hide()

    def show_topic(self, name: str) -> None:
        """Open the dock on a topic; a second time on the same one closes it."""
        if self.isVisible() and name == self.topic:
            self.hide()
            return
        self.topic = name
        self._text.setMarkdown("\n\n".join((topics()[name], _list(TOPICS[name], self._keys), _links(name))))
        self.show()
        self.raise_()

    def _follow(self, link: QUrl) -> None:
        if link.toString() in TOPICS and link.toString() != self.topic:
            self.show_topic(link.toString())


class HelpText(QTextBrowser):
    """Shows the help, which has no pictures: nothing that a text names is read, whatever the text is."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Empty, for any address."""
        del kind, name
        # Qt reads the file itself where this is None.
        return QByteArray()


class Help(QObject):
    """What the keys for help do in ``window``. ``failed`` carries a message where the help file is broken."""

    failed = Signal(object)

    def __init__(self, window: QWidget, keys: Keys) -> None:
        super().__init__(window)
        self._window = window
        self.dock = HelpDock(keys, window)

    def here(self) -> None:
        """Explain what is under the pointer, or else what has the focus."""
        pointed = QApplication.widgetAt(QCursor.pos())
        inside = pointed is not None and self._window.isAncestorOf(pointed)
        topic = topic_of(pointed if inside else self._window.focusWidget())
        self._reading(lambda: self.dock.show_topic(topic))

    def whats_this(self) -> None:
        """Let the next click explain what is clicked."""
        if self._reading(lambda: explain(self._window)):
            QWhatsThis.enterWhatsThisMode()

    def _reading(self, work: Callable[[], None]) -> bool:
        """Do what reads the help file; say what is wrong with it where it is broken."""
        try:
            work()
        except UserError as error:
            self.failed.emit(message_of(error, "warning"))
            return False
        return True


def topic_of(widget: QWidget | None) -> str:
    """The topic on the innermost part of the window that ``widget`` lies in."""
    while widget is not None:
        if widget.objectName() in TOPICS:
            return widget.objectName()
        widget = widget.parentWidget()
    return DEFAULT


def topics() -> dict[str, str]:
    """Every topic as Markdown, in the language spoken. Raises UserError where the help file lacks one."""
    file = resource("help", f"{language()}.md")
    try:
        pieces = re.split(r"<!-- (\w+) -->\n", file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(file.name) from error
    found = dict(zip(pieces[1::2], (text.strip() for text in pieces[2::2]), strict=True))
    if not set(TOPICS) <= set(found):
        raise _broken(file.name)
    return found


def _broken(name: str) -> UserError:
    return UserError("The help file {name} is missing or damaged.", "Reinstall the program.", name=name)


def explain(window: QWidget) -> None:
    """Give every part of the window its first words of help, shown by "What's This?" on anything inside it."""
    for name, text in topics().items():
        part = window if name == DEFAULT else window.findChild(QWidget, name)
        if part is not None:
            part.setWhatsThis(tip(text.split("\n\n")[1].replace("**", "").replace("*", "")))


def _list(groups: Sequence[str], keys: Keys) -> str:
    return "\n".join(
        f"- **{' / '.join(keys(spec.id))}** {spec.name}"
        for spec in ACTIONS
        if spec.id.partition(".")[0] in groups and keys(spec.id)
    )


def _links(now: str) -> str:
    titles = {name: text.splitlines()[0].lstrip("# ") for name, text in topics().items()}
    return " · ".join(f"[{titles[name]}]({name})" for name in TOPICS if name != now)
