"""The ablations: assemblies of the compact network, equal starts, resuming, the tables."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import torch

from core.cli import main
from core.errors import UserError
from core.network.compact.model import CompactConfig, CompactNetwork, build_compact
from core.network.rpcm.assembly import TABLE_3
from core.network.weights import save_network
from core.training.ablate import (
    PAPERS_CHOICE,
    TABLE_4,
    Ablation,
    AssembledNetwork,
    Scores,
    ablate,
    rows_of,
    table_rows,
    verdict,
)
from core.training.material import Material
from core.types import PropagationSettings
from tests.helpers.commands import write_davis

TINY = CompactConfig(widths=(16, 16, 16, 16), depths=(1, 1, 1, 1), shared=16, key=16, value=16, embedding=16)
ONE: list[tuple[int, ...]] = [(1,)] * 6


def memories(
    count: int = 2,
) -> tuple[torch.Tensor, tuple[torch.Tensor, torch.Tensor], tuple[torch.Tensor, torch.Tensor]]:
    generator = torch.Generator().manual_seed(0)

    def random(*shape: int) -> torch.Tensor:
        return torch.randn(*shape, generator=generator)

    value, proxy = (count, TINY.value, 4, 4), (count, 2 * TINY.shared)
    return random(count, TINY.embedding, 4, 4), (random(*value), random(*proxy)), (random(*value), random(*proxy))


@pytest.mark.parametrize("assembly", TABLE_3)
def test_that_every_assembly_modulates_to_the_same_shape(assembly: str) -> None:
    network = AssembledNetwork(build_compact(TINY), assembly)
    x, propagation, correction = memories()
    assert network.modulate(x, propagation, correction).shape == x.shape


@pytest.mark.parametrize(
    ("assembly", "reads_p", "reads_c"), [("S2P", True, False), ("C2S", False, True), ("P&C", True, True)]
)
def test_that_an_assembly_reads_the_memories_that_its_name_says(assembly: str, reads_p: bool, reads_c: bool) -> None:
    network = AssembledNetwork(build_compact(TINY), assembly).eval()
    x, (p, w_p), (c, w_c) = memories()
    with torch.inference_mode():
        plain = network.modulate(x, (p, w_p), (c, w_c))
        assert bool((network.modulate(x, (p + 1, w_p), (c, w_c)) != plain).any()) == reads_p
        assert bool((network.modulate(x, (p, w_p), (c + 1, w_c)) != plain).any()) == reads_c


def test_that_all_begin_from_the_same_weights_but_for_their_modulators() -> None:
    like = build_compact(TINY)
    network = AssembledNetwork(like, "C2P")
    own = network.state_dict()
    shared = [name for name in like.state_dict() if not name.startswith(("propagation.", "correction."))]
    assert all(torch.equal(own[name], like.state_dict()[name]) for name in shared)
    assert {name.split(".")[0] for name in own} - {name.split(".")[0] for name in shared} == {"modulators"}


def test_that_the_pools_rows_are_those_of_the_paper() -> None:
    assert len(rows_of(PAPERS_CHOICE)) == 4
    assert [row.settings.use_pool for row in rows_of("S2S")] == [False]
    w, w_s, filtered = (row.settings for row in TABLE_4[1:])
    assert (w.match_patches, w.filter_unsure) == (False, False)
    assert (w_s.match_patches, w_s.filter_unsure) == (True, False)
    assert filtered == PropagationSettings()


@pytest.fixture
def plan(tmp_path: Path) -> Ablation:
    root = write_davis(tmp_path / "set", {"a": ONE, "b": ONE}, split="2017/train.txt")
    save_network(build_compact(TINY), tmp_path / "tiny.safetensors", "compact")
    return Ablation(
        material=Material(data=(root,)),
        folder=tmp_path / "out",
        assemblies=("S2S", "P2C"),
        steps=2,
        clips=1,
        size=64,
        length=3,
        start=tmp_path / "tiny.safetensors",
    )


class Scorer:
    """Gives each measurement a score of its own, and stops before the ``last``-th."""

    def __init__(self, last: int = 99) -> None:
        self.settings: list[PropagationSettings] = []
        self.last = last

    def __call__(self, network: CompactNetwork, settings: PropagationSettings) -> Scores | None:
        if len(self.settings) == self.last:
            return None
        self.settings.append(settings)
        value = 0.5 + len(self.settings) / 100
        return {"J&F": value, "J": value, "F": value}


def test_that_a_stopped_ablation_goes_on_where_it_was(plan: Ablation) -> None:
    first, second = Scorer(last=2), Scorer()
    assert ablate(plan, first) is None
    book = ablate(plan, second)
    assert book is not None
    assert [each.use_pool for each in first.settings] == [False, False]
    assert [row.settings for row in TABLE_4[1:]] == second.settings
    third = Scorer()
    assert ablate(plan, third) is not None and third.settings == []


def test_that_the_table_has_a_line_an_assembly_and_one_a_use_of_the_pool(plan: Ablation) -> None:
    book = ablate(plan, Scorer())
    assert book is not None
    rows = table_rows(plan, book)
    assert [row[1] for row in rows] == ["S2S", "P2C", "P2C, no OA", "P2C, OA (W)", "P2C, OA (W+S)", "P2C, OA (W+S), RF"]
    assert [row[2] for row in rows] == ["0.5100", "0.5200", "0.5200", "0.5300", "0.5400", "0.5500"]
    assert verdict(plan, book) == "P2C comes out ahead, by 1.0 points of J&F over S2S."


def test_that_scores_of_another_budget_are_not_mixed_in(plan: Ablation, tmp_path: Path) -> None:
    plan.folder.mkdir()
    (plan.folder / "scores.json").write_text(json.dumps({"budget": {"steps": 9}, "scores": []}))
    with pytest.raises(UserError, match="another budget"):
        ablate(plan, Scorer())


def test_that_the_command_writes_both_tables(plan: Ablation, tmp_path: Path) -> None:
    root, out = tmp_path / "set", tmp_path / "out"
    data = ["--data", str(root), "--validate", str(root), "--validate-split", "train"]
    size = ["--steps", "1", "--clips", "1", "--size", "64", "--assemblies", "P2C", "C2P", "--device", "cpu"]
    assert main(["ablate", *data, *size, "--start", str(plan.start), "--out", str(out)]) == 0
    with (out / "ablation.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["row"] for row in rows[:2]] == ["P2C", "C2P"]
    assert len(rows) == 6
    assert "| Table 4 | P2C, OA (W+S), RF |" in (out / "ablation.md").read_text()


def test_that_an_unknown_assembly_is_refused_before_anything_is_computed(plan: Ablation) -> None:
    out = ["--out", str(plan.folder), "--data", "x", "--validate", "x"]
    assert main(["ablate", *out, "--assemblies", "P2X"]) == 2
    assert not plan.folder.exists()
