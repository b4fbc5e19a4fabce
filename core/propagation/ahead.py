"""Work done in a thread of its own, a little before it is asked for.

The stages of a propagation (features of the next frame, masks of this one, results of the last one) are generators that
feed each other. Each wrapped in :func:`ahead`, they run at the same time: torch, video decoding and numpy let go of
Python's lock while they compute.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


def ahead(
    items: Generator[T, None, None], name: str, begin: Callable[[], object] = lambda: None
) -> Generator[T, None, None]:
    """The same items in the same order, each computed while the one before is in use.

    An error of ``items`` is raised here, in its place. When the returned generator is closed, dropped or left by an
    error, the item at hand is finished, ``items`` are closed, and the thread has ended.

    Args:
        items: Iterated in the thread alone.
        name: Of the thread.
        begin: Called first in the thread.
    """
    with closing(items), ThreadPoolExecutor(1, name, begin) as thread:
        coming = thread.submit(_next, items)
        while ready := coming.result():
            coming = thread.submit(_next, items)
            # Whoever takes the item is the only one to hold it, so that it goes as soon as it has been used.
            yield ready.pop()


def each(work: Callable[[T], U], items: Generator[T, None, None]) -> Generator[U, None, None]:
    """``work`` done with one item after another; ``items`` are closed with it."""
    with closing(items):
        for item in items:
            yield work(item)


def _next(items: Generator[T, None, None]) -> list[T]:
    """The next item, alone in a list; an empty one where none is left."""
    return list(islice(items, 1))
