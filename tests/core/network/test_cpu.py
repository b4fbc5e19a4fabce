"""Fast products equal plain ones; work shared out is the same as work done alone."""

from __future__ import annotations

import threading

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from core.network import cpu
from core.network.cpu import packed, shared_out

CPU = torch.device("cpu")


@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.bfloat16])
@pytest.mark.parametrize("with_bias", [True, False])
def test_that_a_packed_product_equals_the_plain_one(dtype: torch.dtype, with_bias: bool) -> None:
    torch.manual_seed(0)
    matrix, bias = torch.randn(37, 16).to(dtype), torch.randn(37).to(dtype)
    with torch.inference_mode():
        product = packed(matrix, bias if with_bias else None, 8)
        for rows in (1, 8, 13):
            x = torch.randn(rows, 16).to(dtype)
            expected = (x.double() @ matrix.double().T + bias.double() * with_bias).to(dtype)
            with torch.autocast("cpu", torch.bfloat16):
                found = product(x)
            assert found.dtype == dtype
            torch.testing.assert_close(found, expected)


def test_that_a_packed_product_records_gradients_where_they_are_wanted() -> None:
    matrix = torch.randn(5, 3, requires_grad=True)
    packed(matrix, None, 2)(torch.ones(2, 3)).sum().backward()
    assert matrix.grad is not None and torch.equal(matrix.grad, torch.full((5, 3), 2.0))


@given(st.integers(0, 20))
def test_that_work_shared_out_comes_in_order(parts: int) -> None:
    with torch.inference_mode():
        assert shared_out(lambda n: n * n, range(parts), CPU) == [n * n for n in range(parts)]


def test_that_two_threads_work_in_inference_mode_and_the_helper_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cpu, "_cores", lambda: 2)
    before = set(threading.enumerate())
    both = threading.Barrier(2, timeout=60)

    def work(part: int) -> threading.Thread:
        assert torch.is_inference_mode_enabled()
        if part < 2:
            both.wait()
        return threading.current_thread()

    with torch.inference_mode():
        threads = shared_out(work, range(9), CPU)
    assert len(set(threads)) == 2 and set(threading.enumerate()) == before


def test_that_an_error_of_either_thread_is_raised_and_the_helper_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cpu, "_cores", lambda: 2)
    before = set(threading.enumerate())
    for bad in range(2):
        both = threading.Barrier(2, timeout=60)

        def work(part: int, bad: int = bad, both: threading.Barrier = both) -> None:
            both.wait()
            if part == bad:
                raise ArithmeticError("cannot")

        with torch.inference_mode(), pytest.raises(ArithmeticError, match="cannot"):
            shared_out(work, range(2), CPU)
    assert set(threading.enumerate()) == before


def test_that_whoever_wants_gradients_works_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cpu, "_cores", lambda: 2)
    assert set(shared_out(lambda _: threading.current_thread(), range(4), CPU)) == {threading.current_thread()}
