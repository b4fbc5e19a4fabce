"""What a format could not carry, counted while it happens and told as sentences afterwards."""

from __future__ import annotations

from collections.abc import Hashable


class Remarks:
    """Sentences with a number in them, each summed over what it was said of; saying it again of the same is no more."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[Hashable, int]] = {}

    def add(self, sentence: str, about: Hashable = None, count: int = 1) -> None:
        """Say ``sentence``, whose ``{}`` becomes the sum of all counts; ``about`` names the frame or object meant."""
        if count:
            self._counts.setdefault(sentence, {})[about] = count

    def sentences(self) -> tuple[str, ...]:
        """Everything said, in the order of first mention."""
        return tuple(sentence.format(sum(counts.values())) for sentence, counts in self._counts.items())
