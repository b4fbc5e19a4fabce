"""EfficientNet-Lite as the encoder: equal to a plain form with batch norm and padding as TensorFlow pads."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from core.errors import UserError
from core.network.compact.encoder import Lite, LiteEncoder, stages
from core.network.compact.model import CompactConfig, CompactNetwork, build_compact
from core.network.weights import load_network, save_network
from core.training.compact.run import Recipe, parameter_groups
from core.training.paper.backbone import lite_form, start_lite

PARTS = ("weight", "bias", "running_mean", "running_var")


def checkpoint(form: Lite) -> dict[str, Tensor]:
    """A state with the names of the package's files and random numbers."""
    random = torch.Generator().manual_seed(1)
    state: dict[str, Tensor] = {}

    def convolution(name: str, outputs: int, inputs: int, kernel: int, norm: str) -> None:
        fan = (inputs * kernel * kernel) ** 0.5
        state[f"{name}.weight"] = torch.randn(outputs, inputs, kernel, kernel, generator=random) / fan
        for part in PARTS:
            state[f"{norm}.{part}"] = torch.rand(outputs, generator=random) + (0.5 if part != "bias" else -0.5)
        state[f"{norm}.num_batches_tracked"] = torch.tensor(3)

    convolution("_conv_stem", 32, 3, 3, "_bn0")
    previous, index = 32, 0
    for stage in stages(form):
        for _ in range(stage.depth):
            block, inner = f"_blocks.{index}", previous * stage.expansion
            if stage.expansion > 1:
                convolution(f"{block}._expand_conv", inner, previous, 1, f"{block}._bn0")
            convolution(f"{block}._depthwise_conv", inner, 1, stage.kernel, f"{block}._bn1")
            convolution(f"{block}._project_conv", stage.width, inner, 1, f"{block}._bn2")
            previous, index = stage.width, index + 1
    convolution("_conv_head", 1280, previous, 1, "_bn1")
    state["_fc.weight"], state["_fc.bias"] = torch.zeros(1000, 1280), torch.zeros(1000)
    return state


def plain(state: dict[str, Tensor], form: Lite, x: Tensor) -> list[Tensor]:
    """Outputs of all stages, computed step by step."""

    def normed(y: Tensor, norm: str) -> Tensor:
        weight, bias, mean, var = (state[f"{norm}.{part}"] for part in PARTS)
        return F.batch_norm(y, mean, var, weight, bias, training=False, eps=1e-3)

    def convolved(y: Tensor, name: str, stride: int, groups: int = 1) -> Tensor:
        weight = state[f"{name}.weight"]
        pads = []
        for side in (y.shape[-1], y.shape[-2]):
            total = max((-(-side // stride) - 1) * stride + weight.shape[-1] - side, 0)
            pads += [total // 2, total - total // 2]
        return F.conv2d(F.pad(y, pads), weight, stride=stride, groups=groups)

    y, index, outputs = F.relu6(normed(convolved(x, "_conv_stem", 2), "_bn0")), 0, []
    for stage in stages(form):
        for number in range(stage.depth):
            block, inner = f"_blocks.{index}", y
            if stage.expansion > 1:
                inner = F.relu6(normed(convolved(inner, f"{block}._expand_conv", 1), f"{block}._bn0"))
            stride = stage.stride if number == 0 else 1
            name = f"{block}._depthwise_conv"
            inner = F.relu6(normed(convolved(inner, name, stride, inner.shape[1]), f"{block}._bn1"))
            inner = normed(convolved(inner, f"{block}._project_conv", 1), f"{block}._bn2")
            y, index = inner + y if number else inner, index + 1
        outputs.append(y)
    return outputs


@pytest.mark.parametrize("form", ["lite0", "lite2"])
def test_that_the_encoder_equals_the_plain_form(form: Lite, tmp_path: Path) -> None:
    state = checkpoint(form)
    torch.save(state, tmp_path / "backbone.pth")
    network = build_compact(CompactConfig(backbone=lite_form(tmp_path / "backbone.pth"))).eval()
    start_lite(network, tmp_path / "backbone.pth")
    assert isinstance(network.encoder, LiteEncoder)
    x = torch.randn(1, 3, 64, 96)
    expected = plain(state, form, x)
    with torch.no_grad():
        levels = network.encoder.pyramid(x)
    for level, wanted in zip(levels, [expected[i] for i in (0, 1, 2, 4, 6)], strict=True):
        torch.testing.assert_close(level, wanted, rtol=1e-3, atol=1e-4)


def test_that_the_published_sizes_come_out() -> None:
    assert [stage.width for stage in stages("lite0")] == [16, 24, 40, 80, 112, 192, 320]
    assert [stage.width for stage in stages("lite2")] == [16, 24, 48, 88, 120, 208, 352]
    assert [sum(stage.depth for stage in stages(form)) for form in ("lite0", "lite2")] == [16, 21]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda s: s.pop("_blocks.3._bn1.bias"), "lacks _blocks.3._bn1.bias"),
        (lambda s: s.update({"_blocks.3._se.weight": torch.zeros(1)}), "has unknown _blocks.3._se.weight"),
        (lambda s: s.update({"_conv_stem.weight": torch.zeros(32, 3, 5, 5)}), "another shape in _conv_stem.weight"),
        (lambda s: s["_bn0.running_var"].fill_(torch.nan), "is not finite in _bn0.running_var"),
        (lambda s: s.pop("_blocks.15._project_conv.weight"), "does not contain an encoder"),
    ],
)
def test_that_a_backbone_file_of_another_kind_is_refused(change: object, message: str, tmp_path: Path) -> None:
    state = checkpoint("lite0")
    assert callable(change)
    change(state)
    path = tmp_path / "backbone.pth"
    torch.save(state, path)
    with pytest.raises(UserError, match=message):
        start_lite(build_compact(CompactConfig(backbone=lite_form(path))), path)


def test_that_weights_say_which_encoder_they_have(tmp_path: Path) -> None:
    config = CompactConfig(shared=16, key=8, value=8, embedding=16, backbone="lite0")
    save_network(build_compact(config), tmp_path / "w.safetensors", "compact")
    network = load_network(tmp_path / "w.safetensors")
    assert isinstance(network, CompactNetwork) and network.config == config


def test_that_an_unknown_encoder_is_refused() -> None:
    with pytest.raises(UserError, match="lite9"):
        build_compact(CompactConfig(backbone="lite9"))  # type: ignore[arg-type]


def test_that_a_pretrained_encoder_learns_slower_and_does_not_decay() -> None:
    network = build_compact(CompactConfig(shared=16, key=8, value=8, embedding=16, backbone="lite0"))
    groups = parameter_groups(network, Recipe())
    assert sum(len(group["params"]) for group in groups) == len(list(network.parameters()))
    slow = groups[-1]
    assert (slow["gain"], slow["weight_decay"]) == (0.2, 0.0)
    wanted = {id(p) for p in [*network.encoder.stem.parameters(), *network.encoder.blocks.parameters()]}  # type: ignore[union-attr]
    assert {id(parameter) for parameter in slow["params"]} == wanted
    assert len(parameter_groups(build_compact(), Recipe())) == 3
