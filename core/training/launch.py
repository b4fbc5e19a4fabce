"""Start a training run on one or several processes of this machine."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import distributed
from torch.multiprocessing.spawn import spawn

from core.errors import UserError
from core.network.compact import CompactConfig
from core.training.clips import ClipMaker, RealClips, Stills
from core.training.loop import Recipe, train


@dataclass(frozen=True, slots=True)
class Launch:
    """A run: clips in DAVIS layout, stills, where to write, weights to start from, and how many processes."""

    clips: Path
    stills: Path
    folder: Path
    recipe: Recipe
    config: CompactConfig
    start: str | Path | None = None
    processes: int = 1


def launch(plan: Launch) -> Path:
    """Train to the end of the schedule; returns the final state's path.

    Raises:
        UserError: Where the data is missing or incomplete, before anything is computed.
    """
    for folder in (plan.clips / "ImageSets" / "2017" / "train.txt", plan.stills / "JPEGImages"):
        if not folder.exists():
            raise UserError(
                f"{folder} does not exist.", "Point --data and --stills at folders of the documented layout."
            )
    # Several single-threaded processes: barriers between them sleep instead of spinning.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if plan.processes == 1:
        _work(0, plan, 0)
    else:
        spawn(_work, args=(plan, _free_port()), nprocs=plan.processes)
    return plan.folder / "state.pt"


def _work(rank: int, plan: Launch, port: int) -> None:
    torch.set_num_threads(1)
    if plan.processes > 1:
        address = f"tcp://127.0.0.1:{port}"
        distributed.init_process_group("gloo", init_method=address, rank=rank, world_size=plan.processes)
    maker = ClipMaker(RealClips(plan.clips, "train"), Stills(plan.stills))
    train(maker, plan.recipe, plan.folder, plan.config, plan.start, rank, plan.processes)
    if plan.processes > 1:
        distributed.destroy_process_group()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
