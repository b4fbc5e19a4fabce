"""What was used last, within a budget of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class ByteCache(Generic[T]):
    """Values by frame number; those not used for longest go first. At least one stays, whatever its size."""

    def __init__(self, capacity: int, size: Callable[[T], int]) -> None:
        self._capacity = capacity
        self._size = size
        self._values: OrderedDict[int, T] = OrderedDict()
        self._bytes = 0

    def __contains__(self, index: int) -> bool:
        return index in self._values

    def get(self, index: int) -> T | None:
        """The value if it is here; it then counts as just used."""
        value = self._values.get(index)
        if value is not None:
            self._values.move_to_end(index)
        return value

    def put(self, index: int, value: T) -> None:
        """Keep ``value``, letting go of others where the budget asks for it."""
        self.drop(index)
        self._values[index] = value
        self._bytes += self._size(value)
        while self._bytes > self._capacity and len(self._values) > 1:
            self.drop(next(iter(self._values)))

    def drop(self, index: int) -> None:
        """Forget the value of ``index``, if there is one."""
        value = self._values.pop(index, None)
        if value is not None:
            self._bytes -= self._size(value)

    def clear(self) -> None:
        """Forget everything."""
        self._values.clear()
        self._bytes = 0
