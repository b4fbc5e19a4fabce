"""The proxy of the open clip: looked for when the clip is opened, made and removed when the user asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from core.progress import Progress, ShouldStop
from core.video.proxy import Proxy, make_proxy, open_proxy, remove_proxy, worth_it
from rpcm_gui.base.failures import Failure
from rpcm_gui.base.language import tr
from rpcm_gui.base.values import Message
from rpcm_gui.session.export import JobQueue
from rpcm_gui.workers.decoding import Opener
from rpcm_gui.workers.job import Work
from rpcm_gui.workers.tasks import BackgroundTasks


class Proxies(QObject):
    """Looks for the clip's proxy, has it made by a job, and tells who shows pictures which one to use.

    Signals:
        changed: The :class:`Proxy` to be used from now on, or None.
        message: A :class:`Message`.
        failed: A :class:`.Failure`.
    """

    changed = Signal(object)
    message = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        opener: Opener,
        size: tuple[int, int],
        exporter: JobQueue,
        allowed: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.proxy: Proxy | None = None
        self._opener, self._size, self._exporter, self._allowed = opener, size, exporter, allowed
        self._selecting = BackgroundTasks(self)
        self._selecting.failed.connect(self._tell)

    def look(self) -> None:
        """Use the proxy that was made earlier, if there is one."""
        if worth_it(*self._size) and self._allowed():
            self._selecting.run(tr("Looking for the proxy"), _opening(self._opener), self._take)

    def make(self) -> None:
        """Make the proxy in the background, with progress in the status bar."""
        if not worth_it(*self._size):
            height, width = self._size
            text = tr("Frames of {width} x {height} pixels need no proxy.").format(width=width, height=height)
            self.message.emit(Message("info", text, tr("Proxies are for videos of 4K and up.")))
        elif not self._allowed():
            text, hint = tr("Proxies are switched off."), tr("Choose “When asked” in the settings.")
            self.message.emit(Message("info", text, hint, "edit.settings", tr("Settings")))
        else:
            self._exporter.start(tr("Make a proxy"), _making(self._opener), self._made)

    def remove(self) -> None:
        """Show full frames again, and remove the proxy from the disk."""
        self._take(None)
        self._selecting.run(tr("Remove the proxy"), _removing(self._opener), self._removed)

    @Slot(object)
    def lose(self, problem: Failure) -> None:
        """The proxy is not what it should be: use it no more, and say so once."""
        if self.proxy is not None:
            self._take(None)
            self._tell(problem)

    @Slot(object)
    def _tell(self, problem: Failure) -> None:
        if isinstance(problem, Message):
            problem = replace(problem, level="warning", action="file.make_proxy", label=tr("Make a proxy"))
        self.failed.emit(problem)

    def close(self) -> None:
        """Give up what is under way."""
        self._selecting.close()

    def _take(self, proxy: Proxy | None) -> None:
        if proxy is not self.proxy:
            self.proxy = proxy
            self.changed.emit(proxy)

    def _made(self, proxy: object) -> Message:
        assert isinstance(proxy, Proxy)
        self._take(proxy)
        size = f"{proxy.size / 2**20:.0f}"
        text = tr("The proxy is ready: {count} small frames, {size} MiB.").format(count=proxy.frame_count, size=size)
        return Message("info", text, tr("The full frame appears when you stop."))

    def _removed(self, was_there: bool) -> None:
        text = tr("The proxy was removed.") if was_there else tr("There is no proxy of this video.")
        self.message.emit(Message("info", text))


def _opening(opener: Opener) -> Work:
    def work(_progress: Progress, _should_stop: ShouldStop) -> Proxy | None:
        with opener() as source:
            return open_proxy(source)

    return work


def _making(opener: Opener) -> Work:
    def work(progress: Progress, should_stop: ShouldStop) -> Proxy | None:
        with opener() as source:
            return make_proxy(source, progress, should_stop)

    return work


def _removing(opener: Opener) -> Work:
    def work(_progress: Progress, _should_stop: ShouldStop) -> bool:
        with opener() as source:
            return remove_proxy(source.fingerprint())

    return work
