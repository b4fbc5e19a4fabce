from __future__ import annotations

import pytest
import torch

from core.errors import UserError
from core.propagation.device import resolve_device, resolve_precision


def test_that_auto_finds_a_device_on_which_a_tensor_can_live() -> None:
    assert torch.zeros(1, device=resolve_device("auto")).sum() == 0


def test_that_auto_precision_is_single_on_the_processor() -> None:
    assert resolve_precision("auto", torch.device("cpu")) == "fp32"
    assert resolve_precision("bf16", torch.device("cpu")) == "bf16"


@pytest.mark.parametrize("name", ["tpu", "cuda:99", ""])
def test_that_a_device_that_is_not_here_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="no device"):
        resolve_device(name)


def test_that_unknown_precision_and_double_on_mps_are_refused() -> None:
    with pytest.raises(UserError, match="no precision 'fp8'"):
        resolve_precision("fp8", torch.device("cpu"))
    with pytest.raises(UserError, match="no double precision"):
        resolve_precision("fp64", torch.device("mps"))
