"""A clip and an engine of a few lines, so that tests can say exactly when what happens."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.errors import UserError
from core.propagation.plan import plan
from core.types import Frame, FrameResult, PoolSummary, RunRequest, UInt8Array, read_only
from core.video.frame_source import FrameSource
from rpcm_gui.base.values import MemoryUse
from rpcm_gui.workers.propagation import Engine, EngineChoice

HEIGHT, WIDTH, FRAMES = 48, 64, 20


class FakeSource(FrameSource):
    """Frames whose every pixel is the frame's number; ``reads`` notes who was read, ``broken`` cannot be."""

    def __init__(self, broken: frozenset[int] = frozenset()) -> None:
        self.path = Path("/videos/fake.mp4")
        self.frame_count, self.height, self.width, self.fps = FRAMES, HEIGHT, WIDTH, 25.0
        self.broken_from: int | None = None
        self.warnings: tuple[str, ...] = ()
        self.reads: list[int] = []
        self.threads: set[int] = set()
        self.closed = False
        self._broken = broken

    def name(self, index: int) -> str:
        return f"{index:05d}"

    def read(self, index: int) -> Frame:
        self.reads.append(index)
        self.threads.add(threading.get_ident())
        if index in self._broken:
            raise UserError(f"Frame {index} is broken.", "Copy the video again.")
        return Frame(index, read_only(np.full((HEIGHT, WIDTH, 3), index, np.uint8)), index / self.fps)

    def fingerprint(self) -> str:
        return "f00d"

    def close(self) -> None:
        self.closed = True


class FakeEngine:
    """Moves the seed's masks one pixel to the right per frame, each step when ``gate`` lets it."""

    device = "fake"

    def __init__(self, gate: threading.Semaphore | None, broken: dict[int, Exception]) -> None:
        self._gate = gate
        self._broken = broken
        self.computed: list[int] = []
        self.requests: list[RunRequest] = []

    def run(
        self, source: FrameSource, request: RunRequest, should_stop: Callable[[], bool]
    ) -> Generator[FrameResult, None, None]:
        self.requests.append(request)
        for leg in plan(request):
            for index in leg.frames:
                while self._gate is not None and not self._gate.acquire(timeout=0.01):
                    if should_stop():
                        return
                if should_stop():
                    return
                if index in self._broken:
                    raise self._broken[index]
                source.read(index)
                self.computed.append(index)
                shift = abs(index - leg.seed.index)
                made = result(request.run_id, index, np.roll(leg.seed.labels, shift, axis=1))
                yield with_probabilities(made) if request.settings.keep_probabilities else made

    def memory(self) -> MemoryUse | None:
        return MemoryUse(3 * 2**30, 8 * 2**30, 50 * 2**20)


def with_probabilities(said: FrameResult) -> FrameResult:
    """``said`` with nine tenths for what it says of each pixel."""
    channels = np.array([0, *said.object_ids])[:, None, None] == said.labels[None]
    found = np.where(channels, 0.9, 0.1 / max(len(said.object_ids), 1)).astype(np.float32)
    return replace(said, probabilities=read_only(found))


def result(run_id: int, index: int, labels: UInt8Array) -> FrameResult:
    """What an engine would say of ``labels``: the left eighth of the frame is unsure."""
    reliability = np.full(labels.shape, 255, np.uint8)
    reliability[:, : labels.shape[1] // 8] = 0
    ids = tuple(int(i) for i in np.unique(labels) if i)
    return FrameResult(
        run_id=run_id,
        index=index,
        object_ids=ids,
        labels=read_only(labels.copy()),
        scores=dict.fromkeys(ids, 0.9),
        entropy=read_only(np.where(reliability == 0, 0.75, 0.125).astype(np.float16)),
        reliability=read_only(reliability),
        unsure_share=0.125,
        pool=PoolSummary((0,), 100),
        seconds={"encode": 0.001},
    )


class FakeEngines:
    """Loads :class:`FakeEngine`. With ``gated`` each frame waits for ``gate.release()``."""

    def __init__(self, gated: bool = False, broken: dict[int, Exception] | None = None) -> None:
        self.gate = threading.Semaphore(0) if gated else None
        self.engines: list[FakeEngine] = []
        self.choices: list[EngineChoice] = []
        self.threads: set[int] = set()
        self.forgotten = 0
        self._broken = broken or {}

    def load(self, choice: EngineChoice) -> Engine:
        self.threads.add(threading.get_ident())
        self.choices.append(choice)
        engine = FakeEngine(self.gate, self._broken)
        self.engines.append(engine)
        return engine

    def forget(self) -> None:
        self.forgotten += 1

    def allow(self, frames: int) -> None:
        """Let ``frames`` more frames be computed."""
        assert self.gate is not None
        self.gate.release(frames)
