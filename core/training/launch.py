"""Start a training run on one or several processes: of this machine, or those that ``torchrun`` started."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import Any

import cv2
import torch
from torch import distributed
from torch.multiprocessing.spawn import ProcessRaisedException, spawn

from core.errors import UserError, joined, os_errors_as_user_errors
from core.network.compact.model import CompactNetwork
from core.network.rpcm.model import Rpcm
from core.network.weights import build, stored_network
from core.processes import hear_interrupts, interrupts_held
from core.propagation.device import resolve_device
from core.training.compact.click_run import ClickRecipe, ClickRun
from core.training.compact.run import CompactRun, Recipe
from core.training.loading import Maker
from core.training.loop import Validator, Watch, train
from core.training.material import Material, Sources, gather
from core.training.paper.backbone import lite_form, start_backbone, start_lite
from core.training.paper.recipe import PaperRecipe
from core.training.paper.run import PaperRun
from core.training.report import Reporter, Silent
from core.training.run import STATE, TrainingRun, World

PATIENCE = timedelta(hours=6)
"""How long processes wait for one that validates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """A run.

    Attributes:
        material: What is trained on.
        folder: Where state, log and weights go; a state that is there is continued.
        recipe: Of the compact network or of the paper.
        preset: Of the network; the compact recipe is for ``"compact"`` alone.
        config: How the network is built, as its preset takes it.
        start: Weights to start from, by name or file.
        head: Weights whose click head is trained on, for the recipe of clicks.
        backbone: A checkpoint to start the encoder from (:mod:`.backbone`). It also decides which encoder
            a compact network has.
        processes: Single-threaded processes that share each step; under ``torchrun`` it says how many.
        device: Name of the device, ``"auto"`` the best there is.
        workers: Processes that draw clips, for each process that trains; None as many as there are cores left.
        validator, validate_minutes, snapshot_minutes: See :class:`core.training.loop.Watch`.
        tensorboard: Whether charts are written.
    """

    material: Material
    folder: Path
    recipe: Recipe | PaperRecipe | ClickRecipe
    preset: str = "compact"
    config: Mapping[str, Any] = field(default_factory=dict)
    start: str | Path | None = None
    head: str | Path | None = None
    backbone: Path | None = None
    processes: int = 1
    device: str = "cpu"
    workers: int | None = None
    validator: Validator | None = None
    validate_minutes: float = 30.0
    snapshot_minutes: float | None = None
    tensorboard: bool = False


def launch(plan: Launch) -> bool:
    """Train to the end of the schedule, or until Ctrl-C; the state in the folder says how far it came.

    Returns:
        Whether this process is the one that writes results: of those that torchrun started the first, else True.

    Raises:
        UserError: Where the data is missing or incomplete, or something does not fit, before anything is computed; and
            as :func:`core.training.loop.steps` does.
    """
    # Several single-threaded processes: barriers between them sleep instead of spinning.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    plan.recipe.check()
    _check_processes(plan)
    world = _torchrun()
    ranks = plan.processes if world is None else world.ranks
    if plan.recipe.clips % ranks:
        raise UserError(
            "{count} clips per step cannot be divided evenly among {processes} processes.",
            "Set --clips to a multiple of the number of processes.",
            count=plan.recipe.clips,
            processes=ranks,
        )
    sources = _gathered(plan, world)
    if world is not None:
        _work(world.rank, plan, sources, world.ranks, 0)
    elif plan.processes == 1:
        _work(0, plan, sources, 1, 0)
    else:
        _spawned(plan, sources)
    return world is None or world.rank == 0


def _check_processes(plan: Launch) -> None:
    for name, count, least in (("--processes", plan.processes, 1), ("--workers", plan.workers or 0, 0)):
        if count < least:
            raise UserError(
                "{name} is {value}, which is out of range.",
                "Set {name} to {least} or more.",
                name=name,
                value=count,
                least=least,
            )


def _gathered(plan: Launch, world: World | None) -> Sources:
    """Of several processes started by torchrun each unpacks into a folder of its own."""
    folder = plan.folder if world is None or world.rank == 0 else plan.folder / f"process-{world.rank}"
    sources = gather(plan.material, folder, plan.recipe.longest, plan.recipe.shares)
    with os_errors_as_user_errors(plan.folder, "write"):
        plan.folder.mkdir(parents=True, exist_ok=True)
    return sources


def _spawned(plan: Launch, sources: Sources) -> None:
    try:
        arguments = (plan, sources, plan.processes, _free_port())
        with interrupts_held():
            context = spawn(_guarded, args=arguments, nprocs=plan.processes, join=False)
            with _passed_on(context.pids()):
                while not context.join():
                    pass
    except ProcessRaisedException as error:
        message, _, hint = str(error).rpartition(_MARK)[2].partition(_AND)
        if not hint:
            raise
        raise UserError(joined((message,)), joined((hint.rstrip(),))) from error


_MARK, _AND = "\0UserError\0", "\0"


class _ToldError(Exception):
    """Carries a UserError out of a process, of which only the text comes through."""


def _guarded(rank: int, plan: Launch, sources: Sources, ranks: int, port: int) -> None:
    try:
        _work(rank, plan, sources, ranks, port)
    except UserError as error:
        raise _ToldError(f"{_MARK}{error.message}{_AND}{error.hint}") from None
    finally:
        # Anyone who waits for this process answers what is pressed while it ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(rank: int, plan: Launch, sources: Sources, ranks: int, port: int) -> None:
    cv2.setNumThreads(1)
    device = _device(plan.device, rank)
    if ranks > 1:
        torch.set_num_threads(1)
        address = f"tcp://127.0.0.1:{port}" if port else "env://"
        kind = "nccl" if device.type == "cuda" else "gloo"
        distributed.init_process_group(kind, init_method=address, rank=rank, world_size=ranks, timeout=PATIENCE)
    try:
        run, maker = prepared_run(plan, sources, World(rank, ranks), device)
        _train(run, maker, plan)
    finally:
        if ranks > 1:
            distributed.destroy_process_group()


def _train(run: TrainingRun[Any, Any], maker: Maker, plan: Launch) -> None:
    first = run.world.rank == 0
    workers = _spare_cores(run.world.ranks) if plan.workers is None else plan.workers
    with _stopped_on_signals() as should_stop:
        watch = Watch(workers, plan.validator, plan.validate_minutes, plan.snapshot_minutes, should_stop)
        with Reporter(run.folder, run.progress, plan.tensorboard) if first else Silent() as reporter:
            train(run, maker, reporter, watch)


def prepared_run(
    plan: Launch, sources: Sources, world: World, device: torch.device
) -> tuple[TrainingRun[Any, Any], Maker]:
    """The run that ``plan`` asks for, continued where its folder has a state, and what draws its clips."""
    torch.manual_seed(plan.recipe.seed)
    network = build(plan.preset, plan.config or _config(plan))
    maker: Maker
    run: TrainingRun[Any, Any]
    if isinstance(network, CompactNetwork) and isinstance(plan.recipe, Recipe):
        if plan.backbone is not None:
            start_lite(network, plan.backbone)
        run, maker = CompactRun(network.to(device), plan.recipe, plan.folder, world), sources.clip_maker()
    elif isinstance(network, CompactNetwork) and isinstance(plan.recipe, ClickRecipe):
        run, maker = ClickRun(network.to(device), plan.recipe, plan.folder, world), sources.click_maker()
    elif isinstance(network, Rpcm) and isinstance(plan.recipe, PaperRecipe):
        if plan.backbone is not None:
            network.config = replace(network.config, colour=start_backbone(network, plan.backbone))
        run = PaperRun(network.to(device), plan.recipe, plan.folder, world, plan.preset)
        maker = sources.sequence_maker()
    else:
        raise UserError(
            "This recipe does not train the preset '{preset}'.",
            "Use --recipe compact or clicks for --preset compact, --recipe paper for resnet101 and mobilenet.",
            preset=plan.preset,
        )
    if (plan.folder / STATE).exists():
        run.load()
    elif plan.start is not None:
        run.start_from(plan.start)
        if isinstance(run, ClickRun) and plan.head is not None:
            run.take_head(plan.head)
    return run, maker


def _config(plan: Launch) -> Mapping[str, Any]:
    """How the compact network is built where nothing else says so: as in the weights or for the backbone given."""
    if plan.preset != "compact":
        return {}
    if plan.backbone is not None:
        return {"backbone": lite_form(plan.backbone)}
    if plan.start is not None:
        preset, config = stored_network(plan.start)
        return config if preset == plan.preset else {}
    return {}


def _torchrun() -> World | None:
    """This process among those that torchrun started; None where it was not torchrun."""
    if "TORCHELASTIC_RUN_ID" not in os.environ:
        return None
    return World(int(os.environ["RANK"]), int(os.environ["WORLD_SIZE"]))


def _device(name: str, rank: int) -> torch.device:
    """Of several processes each takes a device of its own."""
    device = resolve_device(name)
    if device.type != "cuda" or device.index is not None:
        return device
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", rank)) % torch.cuda.device_count())
    torch.cuda.set_device(device)
    return device


def _spare_cores(ranks: int) -> int:
    return min(8, max(1, (os.cpu_count() or 1) // ranks - 1))


@contextmanager
def _stopped_on_signals() -> Iterator[Callable[[], bool]]:
    """Yield ``should_stop``, true from the first Ctrl-C or termination on: the step at hand is finished and saved."""
    asked = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    with _handling(ask):
        yield asked.is_set


@contextmanager
def _passed_on(processes: list[int]) -> Iterator[None]:
    """Pass Ctrl-C and termination on to ``processes``, which end their step and save."""

    def pass_on(number: int, _frame: FrameType | None) -> None:
        for process in processes:
            with suppress(ProcessLookupError):
                os.kill(process, number)

    with _handling(pass_on):
        yield


@contextmanager
def _handling(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Let ``handler`` see Ctrl-C and termination, where this is the thread that may say so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        hear_interrupts()
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
