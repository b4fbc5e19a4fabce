"""The cache keeps what was used last within its budget."""

from __future__ import annotations

from rpcm_gui.base.cache import ByteCache


def test_that_what_was_not_used_for_longest_goes_first() -> None:
    cache: ByteCache[bytes] = ByteCache(30, len)
    for index in range(3):
        cache.put(index, bytes(10))
    assert cache.get(0) is not None
    cache.put(3, bytes(10))
    assert [index in cache for index in range(4)] == [True, False, True, True]


def test_that_a_value_beyond_the_budget_is_kept_alone() -> None:
    cache: ByteCache[bytes] = ByteCache(30, len)
    cache.put(0, bytes(10))
    cache.put(1, bytes(100))
    assert 0 not in cache
    assert cache.get(1) == bytes(100)


def test_that_replacing_a_value_frees_its_bytes() -> None:
    cache: ByteCache[bytes] = ByteCache(30, len)
    for _ in range(10):
        cache.put(0, bytes(20))
    cache.put(1, bytes(10))
    assert 0 in cache
    cache.clear()
    assert 0 not in cache
