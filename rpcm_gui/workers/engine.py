"""The real engine. Torch is imported here, on the propagation thread and not before the first run."""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import logging
import os
import sys
import time
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from core.types import FrameResult, RunRequest
from core.video.frame_source import FrameSource
from rpcm_gui.base.values import MemoryUse
from rpcm_gui.workers.propagation import Engine, EngineChoice

if TYPE_CHECKING:
    import torch

    from core.propagation.propagator import Propagator, Run

log = logging.getLogger(__name__)

MEMORY_SECONDS = 0.5

_GLOBAL = getattr(os, "RTLD_GLOBAL", 0)
# In torch's own order: it, too, makes the first one's symbols known to all others.
_LIBRARIES = (("libtorch_global_deps.so", _GLOBAL), ("libtorch_cpu.so", 0), ("libtorch_python.so", 0))


class NetworkEngine:
    """A propagator, with its device's name for people."""

    def __init__(self, propagator: Propagator) -> None:
        self._propagator = propagator
        self._run: Run | None = None
        self._memory: MemoryUse | None = None
        self._asked = 0.0
        self.device = str(propagator.device)

    def run(
        self, source: FrameSource, request: RunRequest, should_stop: Callable[[], bool]
    ) -> Generator[FrameResult, None, None]:
        """One result after another; see :meth:`core.propagation.propagator.Propagator.run`."""
        with closing(self._propagator.run(source, request, should_stop)) as run:
            self._run = run
            try:
                yield from run
            finally:
                # It holds the pool, which is the device's memory.
                self._run = None

    def memory(self) -> MemoryUse | None:
        """What the run under way takes; looked up at most twice a second."""
        now = time.monotonic()
        if self._run is not None and now - self._asked >= MEMORY_SECONDS:
            self._asked = now
            self._memory = memory_use(self._propagator.device, self._run)
        return self._memory


class NetworkEngines:
    """Loads networks; the last one is kept for the next run."""

    def __init__(self) -> None:
        self._choice: EngineChoice | None = None
        self._engine: NetworkEngine | None = None

    def load(self, choice: EngineChoice) -> Engine:
        """The engine of ``choice``. Raises UserError for missing or foreign weights and for a device not here."""
        if self._engine is None or self._choice != choice:
            self.forget()
            self._engine, self._choice = _load(choice), choice
        return self._engine

    def forget(self) -> None:
        """Let go of the network, so that a device's memory comes back."""
        self._engine = self._choice = None


def _load(choice: EngineChoice) -> NetworkEngine:
    import torch

    from core.network.ensemble import Variant, vary
    from core.network.weights import load_network
    from core.propagation.checks import memory_errors_as_user_errors
    from core.propagation.device import resolve_device, resolve_precision
    from core.propagation.propagator import Propagator

    torch.set_num_threads(thread_count(os.cpu_count() or 1, os.environ.get("OMP_NUM_THREADS", "")))
    device = resolve_device(choice.device)
    precision = resolve_precision(choice.precision, device)
    log.info("loading %s on %s with %d threads", choice.weights, device, torch.get_num_threads())
    with memory_errors_as_user_errors(device):
        network = vary(load_network(choice.weights, device, precision), Variant(scales=(choice.scale,)))
    return NetworkEngine(Propagator(network, device, precision))


def memory_use(device: torch.device, run: Run) -> MemoryUse:
    """Bytes in use on ``device`` (on the processor: by this program), all it has, and the share of the run's pool."""
    import torch

    from core.propagation.state import byte_count, device_memory

    pool = sum(byte_count(observation) for observation in run.saved().state.pool.observations)
    if device.type == "cuda":
        used = torch.cuda.memory_reserved(device)
    elif device.type == "mps":
        used = torch.mps.driver_allocated_memory()
    else:
        used = resident_memory()
    return MemoryUse(used, device_memory(device), pool)


def resident_memory() -> int:
    """Bytes of memory that this process holds; 0 where the system does not say."""
    statistics = Path("/proc/self/statm")
    if not statistics.exists():
        return 0
    return int(statistics.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def warm_up() -> None:
    """Import what the first run needs, so that the window hardly notices.

    Done right after the window is up. Loading torch's libraries inside an import holds Python's lock for a third of a
    second, and with its half million objects every full round of the garbage collector takes an eighth: the libraries
    are therefore loaded beforehand, and the collector is told to leave alone what stays until the end anyway.
    """
    _load_libraries()
    gc.disable()
    try:
        import core.network.weights
        import core.propagation.propagator  # noqa: F401

        gc.freeze()
    finally:
        gc.enable()


def _load_libraries() -> None:
    """Let the system's loader do its work without Python's lock, which a call through ctypes lets go of.

    A library that does not load here is left to the import, which says why; so are all of them where it is not Linux.
    """
    found = importlib.util.find_spec("torch")
    if not sys.platform.startswith("linux") or found is None or found.origin is None or "torch" in sys.modules:
        return
    load = ctypes.CDLL(None).dlopen
    load.argtypes, load.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    for name, scope in _LIBRARIES:
        load(str(Path(found.origin).parent / "lib" / name).encode(), os.RTLD_LAZY | scope)


def thread_count(cores: int, wish: str) -> int:
    """Threads for torch: what OMP_NUM_THREADS wishes, else all cores but one for the window where there are many.

    With one or two cores all are used: the propagation thread's low priority (see ``propagation``) then has to do.
    """
    if wish.isdigit() and int(wish) > 0:
        return int(wish)
    return cores if cores <= 2 else cores - 1
