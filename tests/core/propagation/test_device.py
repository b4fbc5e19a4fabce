from __future__ import annotations

import pytest
import torch

from core.cli.doctor import check_torch
from core.errors import UserError
from core.propagation.device import bf16_instructions, resolve_device, resolve_precision


def test_that_auto_finds_a_device_on_which_a_tensor_can_live() -> None:
    assert torch.zeros(1, device=resolve_device("auto")).sum() == 0


@pytest.mark.parametrize(
    ("capabilities", "expected", "told"),
    [
        ({"avx512_f": True, "avx512_bf16": False}, "fp32", "precision auto is fp32 (has neither AMX nor AVX512-bf16)"),
        ({"avx512_bf16": True}, "bf16", "precision auto is bf16 (has AVX512-bf16)"),
        ({"amx_bf16": True, "avx512_bf16": True}, "bf16", "precision auto is bf16 (has AMX and AVX512-bf16)"),
        ({}, "fp32", "precision auto is fp32"),
    ],
)
def test_that_auto_precision_follows_the_processor_and_the_doctor_tells(
    capabilities: dict[str, bool], expected: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: capabilities)
    assert resolve_precision("auto", torch.device("cpu")) == expected
    assert any(told in finding.detail for finding in check_torch())


def test_that_a_precision_that_is_named_is_taken() -> None:
    assert resolve_precision("bf16", torch.device("cpu")) == "bf16"
    assert resolve_precision("fp32", torch.device("cpu")) == "fp32"


def test_that_the_processor_of_this_machine_can_be_asked() -> None:
    assert set(bf16_instructions()) <= {"AMX", "AVX512-bf16"}


@pytest.mark.parametrize("name", ["tpu", "cuda:99", ""])
def test_that_a_device_that_is_not_here_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="not available"):
        resolve_device(name)


def test_that_unknown_precision_and_double_on_mps_are_refused() -> None:
    with pytest.raises(UserError, match="no precision 'fp8'"):
        resolve_precision("fp8", torch.device("cpu"))
    with pytest.raises(UserError, match="does not support double precision"):
        resolve_precision("fp64", torch.device("mps"))
