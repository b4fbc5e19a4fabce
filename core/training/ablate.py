"""The paper's ablations at the size of the compact network: Table 3 (assemblies) and Table 4 (the patch pool).

Every assembly begins from the same weights, with its modulators drawn again, and trains for as many steps on the same
clips; features stay as they are. Table 4 needs no training of its own: what joins the pool is decided at inference. Its
rows are measured with the weights that Table 3 gave the assembly P2C.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from core.errors import UserError, os_errors_as_user_errors
from core.files.owned import write_own
from core.network.compact.layers import Modulator
from core.network.compact.model import CompactNetwork
from core.network.rpcm.assembly import TABLE_3, parse_assembly
from core.network.weights import load_network
from core.training.compact.run import CompactRun, Recipe
from core.training.loop import Watch, averaged, train
from core.training.material import Material, gather
from core.training.report import Reporter
from core.training.run import STATE
from core.types import PropagationSettings

PAPERS_CHOICE = "P2C"
MEASURES = ("J&F", "J", "F")
_SCORES = "scores.json"

Scores = Mapping[str, float]
"""By the names in ``MEASURES``, 0..1."""
Score = Callable[[CompactNetwork, PropagationSettings], Scores | None]
"""Measures a network; None where it was stopped."""
Memory = tuple[Tensor, Tensor]
"""What a modulator reads, (M, V, h, w), and the proxies that gate it, (M, P)."""


@dataclass(frozen=True, slots=True)
class PoolRow:
    """A row of Table 4: ``oa`` is what the pool augments (W: proxies, S: matching), ``rf`` whether it is filtered."""

    oa: str
    rf: bool
    settings: PropagationSettings

    @property
    def name(self) -> str:
        """For a list of scores."""
        return f"{self.oa}{' filtered' if self.rf else ''}"


TABLE_4 = (
    PoolRow("no pool", False, PropagationSettings(use_pool=False)),
    PoolRow("W", False, PropagationSettings(match_patches=False, filter_unsure=False)),
    PoolRow("W+S", False, PropagationSettings(filter_unsure=False)),
    PoolRow("W+S", True, PropagationSettings()),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ablation:
    """What is compared, and at what cost.

    Attributes:
        material: What is trained on.
        folder: States, scores and tables; what is there is taken up again.
        assemblies: Those of Table 3 by default.
        steps: Of training, for each.
        clips, size, length: A step's clips, the side of their crops and their frames.
        rate: Peak learning rate.
        seeds: Each assembly is trained once with each.
        start: Weights that all begin from, of a compact network.
    """

    material: Material
    folder: Path
    assemblies: Sequence[str] = TABLE_3
    steps: int = 200
    clips: int = 4
    size: int = 160
    length: int = 4
    rate: float = 5e-4
    seeds: Sequence[int] = (0,)
    start: str | Path = "compact"

    def recipe(self, seed: int) -> Recipe:
        """How each assembly is trained."""
        return Recipe(
            steps=self.steps,
            clips=self.clips,
            size=self.size,
            late_size=self.size,
            length=self.length,
            late_length=self.length,
            rate=self.rate,
            warm_up=max(1, self.steps // 10),
            ema=0.99,
            seed=seed,
        )


class AssembledNetwork(CompactNetwork):
    """The compact network with another assembly of modulators; see :mod:`.assembly`."""

    def __init__(self, like: CompactNetwork, assembly: str) -> None:
        super().__init__(like.config)
        size, proxy = like.config.embedding, 2 * like.config.shared
        self.stages = parse_assembly(assembly)
        # A self-modulator reads the embedding, and is gated by both proxies.
        reads = {"P": (like.config.value, proxy), "C": (like.config.value, proxy), "S": (size, 2 * proxy)}
        self.modulators = nn.ModuleList(Modulator(size, *reads[kind]) for stage in self.stages for kind in stage)
        fusions = sum(len(stage) - 1 for stage in self.stages)
        self.fusions = nn.ModuleList(Modulator(size, *reads["S"]) for _ in range(fusions))
        del self.propagation, self.correction
        kept = {name: value for name, value in like.state_dict().items() if name in self.state_dict()}
        self.load_state_dict({**self.state_dict(), **kept})
        self.encoder.requires_grad_(False)

    def modulate(self, x: Tensor, propagation: Memory, correction: Memory) -> Tensor:
        """See :class:`CompactNetwork`; the streams of a stage are fused by self-modulators."""
        both = torch.cat([correction[1], propagation[1]], 1)
        modulators, fusions = iter(self.modulators), iter(self.fusions)
        for stage in self.stages:
            views = {"P": propagation, "C": correction, "S": (x, both)}
            streams = [next(modulators)(x, *views[kind]) for kind in stage]
            x = streams[0]
            for stream in streams[1:]:
                x = next(fusions)(x, stream, both)
        return x


def ablate(plan: Ablation, score: Score, should_stop: Callable[[], bool] = lambda: False) -> ScoreBook | None:
    """Train and measure all that is not yet done, keeping states and scores in ``plan.folder``.

    Returns:
        All scores; None where ``should_stop`` said so. The same call goes on from there.

    Raises:
        UserError: Where data, weights or an assembly are not what they should be, or the scores in the folder were
            taken with another plan.
    """
    for assembly in plan.assemblies:
        parse_assembly(assembly)
    start = load_network(plan.start)
    if not isinstance(start, CompactNetwork):
        raise UserError(
            "The weights '{name}' do not belong to a compact network.",
            "Use weights of a compact network.",
            name=plan.start,
        )
    book = ScoreBook(plan)
    for seed in plan.seeds:
        for assembly in plan.assemblies:
            rows = [row for row in rows_of(assembly) if (assembly, seed, row.name) not in book]
            network = _trained(plan, start, assembly, seed, should_stop) if rows else None
            for row in rows:
                scores = None if network is None or should_stop() else score(network, row.settings)
                if scores is None:
                    return None
                book.add((assembly, seed, row.name), scores)
    return book


def rows_of(assembly: str) -> Sequence[PoolRow]:
    """The settings that an assembly is measured with: Table 3 has no pool."""
    return TABLE_4 if assembly == PAPERS_CHOICE else TABLE_4[:1]


def _trained(
    plan: Ablation, start: CompactNetwork, assembly: str, seed: int, should_stop: Callable[[], bool]
) -> CompactNetwork | None:
    """The averaged weights after ``plan.steps`` steps; None where stopped before."""
    folder = plan.folder / f"{assembly.replace('&', '-and-')}-seed-{seed}"
    with os_errors_as_user_errors(folder, "write"):
        folder.mkdir(parents=True, exist_ok=True)
    recipe = plan.recipe(seed)
    maker = gather(plan.material, plan.folder, recipe.longest).clip_maker()
    torch.manual_seed(seed)
    run = CompactRun(AssembledNetwork(start, assembly), recipe, folder)
    if (folder / STATE).exists():
        run.load()
    if run.progress < 1:
        with Reporter(folder, run.progress) as reporter:
            train(run, maker, reporter, Watch(should_stop=should_stop))
    network = averaged(run)
    assert isinstance(network, CompactNetwork)
    return network if run.progress >= 1 else None


Key = tuple[str, int, str]
"""Assembly, seed, name of the row of Table 4."""


class ScoreBook:
    """All scores, written down as they come."""

    def __init__(self, plan: Ablation) -> None:
        self._path = plan.folder / _SCORES
        self._plan = plan
        self._budget = {
            "steps": plan.steps,
            "clips": plan.clips,
            "size": plan.size,
            "length": plan.length,
            "rate": plan.rate,
            "start": str(plan.start),
        }
        self._scores: dict[Key, Scores] = dict(self._read())

    def _read(self) -> list[tuple[Key, Scores]]:
        if not self._path.is_file():
            return []
        with os_errors_as_user_errors(self._path, "read"):
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        if kept["budget"] != self._budget:
            raise UserError(
                "{path} has scores from another budget: {budget}.",
                "Use the same budget, or choose another folder with --out.",
                path=self._path,
                budget=kept["budget"],
            )
        return [((row["assembly"], row["seed"], row["row"]), row["scores"]) for row in kept["scores"]]

    def __contains__(self, key: Key) -> bool:
        return key in self._scores

    def add(self, key: Key, scores: Scores) -> None:
        """Write down the scores of ``key``. Raises UserError."""
        self._scores[key] = dict(scores)
        rows = [{"assembly": a, "seed": s, "row": r, "scores": each} for (a, s, r), each in self._scores.items()]
        text = json.dumps({"budget": self._budget, "scores": rows}, indent=1) + "\n"
        write_own(self._path, text.encode())

    def values(self, assembly: str, row: str, measure: str) -> list[float]:
        """One value a seed."""
        keys = [(assembly, seed, row) for seed in self._plan.seeds]
        return [self._scores[key][measure] for key in keys if key in self._scores]

    def mean(self, assembly: str, row: str, measure: str) -> float:
        """Over seeds."""
        return float(np.mean(self.values(assembly, row, measure)))


def table_rows(plan: Ablation, book: ScoreBook) -> list[list[str]]:
    """Table, row, J&F (with its spread over seeds), J and F, as text: both tables, each under a heading line."""
    assemblies = [("Table 3", assembly, assembly, TABLE_4[0].name) for assembly in plan.assemblies]
    pools = [("Table 4", _pool_title(row), PAPERS_CHOICE, row.name) for row in TABLE_4]
    chosen = assemblies + (pools if PAPERS_CHOICE in plan.assemblies else [])
    return [
        [table, title, *(_value(book.values(assembly, row, measure)) for measure in MEASURES)]
        for table, title, assembly, row in chosen
    ]


def _pool_title(row: PoolRow) -> str:
    return f"P2C, {'no OA' if row.oa == 'no pool' else f'OA ({row.oa})'}{', RF' if row.rf else ''}"


def _value(values: Sequence[float]) -> str:
    mean = f"{np.mean(values):.4f}"
    return mean if len(values) == 1 else f"{mean} ± {(max(values) - min(values)) / 2:.4f}"


def verdict(plan: Ablation, book: ScoreBook) -> str:
    """One sentence: whether P2C came out ahead here, and by how much."""
    order = sorted(plan.assemblies, key=lambda a: book.mean(a, TABLE_4[0].name, MEASURES[0]), reverse=True)
    figures = {assembly: book.mean(assembly, TABLE_4[0].name, MEASURES[0]) for assembly in order}
    gaps = [100 * (figures[a] - figures[b]) for a, b in pairwise(order)]
    if PAPERS_CHOICE not in order or len(order) < 2:
        return f"Best: {order[0]} ({figures[order[0]]:.4f})."
    if order[0] == PAPERS_CHOICE:
        return f"P2C comes out ahead, by {gaps[0]:.1f} points of J&F over {order[1]}."
    behind = 100 * (figures[order[0]] - figures[PAPERS_CHOICE])
    place = order.index(PAPERS_CHOICE) + 1
    return f"P2C does not come out ahead: it is number {place} of {len(order)}, {behind:.1f} points behind {order[0]}."
