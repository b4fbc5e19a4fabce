"""Work in parts, shared out between this thread and a helper.

A second OpenMP thread gains nothing on the compact network: its steps are too short to be worth a barrier each. Whole
tiles of matching are long enough to be handed to a thread of Python's, and do not meet until all are done.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import torch

T = TypeVar("T")
U = TypeVar("U")


def shared_out(work: Callable[[T], U], parts: Sequence[T], device: torch.device) -> list[U]:
    """``work`` done with every part, in their order; each part's result is the same whichever thread computes it."""
    if not _worth_helping(len(parts), device):
        return [work(part) for part in parts]
    todo, done = deque(enumerate(parts)), dict[int, U]()

    def drain() -> None:
        # Inference mode belongs to a thread.
        with torch.inference_mode():
            while todo:
                try:
                    place, part = todo.popleft()
                except IndexError:
                    return
                done[place] = work(part)

    with ThreadPoolExecutor(1, "rpcm-helper", torch.set_num_threads, (1,)) as helper:
        helping = helper.submit(drain)
        drain()
        helping.result()
    return [done[place] for place in range(len(parts))]


def _worth_helping(parts: int, device: torch.device) -> bool:
    """Whether there is a core that torch's own threads do not use, and nobody wants gradients."""
    alone = device.type == "cpu" and torch.get_num_threads() == 1 and torch.is_inference_mode_enabled()
    return alone and parts > 1 and _cores() > 1


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
