"""``rpcm train``: train a network from scratch, from a backbone, from weights, or from a state."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.cli import console
from core.cli.arguments import add_command
from core.cli.console import INTERRUPTED
from core.errors import UserError

if TYPE_CHECKING:
    from core.cli.arguments import Commands
    from core.training.compact.click_run import ClickRecipe
    from core.training.compact.run import Recipe
    from core.training.launch import Launch
    from core.training.material import Material
    from core.training.paper.recipe import PaperRecipe

_MEBIBYTE = 2**20
_COMPACT_OPTIONS = (
    *("rate", "warm_up", "encoder_rate", "size", "length", "late_size", "late_length"),
    *("paste", "twin", "zoom", "teacher"),
)
"""Options that set the field of the compact recipe of the same name."""
_EXAMPLES = """rpcm train --data DAVIS --stills STILLS --minutes 112 --processes 2 --out runs/compact
  rpcm train --preset resnet101 --recipe paper --backbone deeplab.pth --data YOUTUBE-VOS --device cuda --out runs/paper
  rpcm train --preset resnet101 --recipe paper-davis --start runs/paper/rpcm-resnet101.safetensors \\
      --data DAVIS YOUTUBE-VOS --device cuda --out runs/davis
  rpcm train --from-project shoot.rpcm --start compact --rate 0.0003 --minutes 20 --out runs/shoot
  rpcm train --recipe clicks --start compact --data DAVIS --stills STILLS --minutes 60 --out runs/clicks
  rpcm train --data DAVIS --stills STILLS --write-pack data.tar
  rpcm train --pack data.tar --minutes 9 --device cuda --out runs/elsewhere
  torchrun --nproc-per-node 8 -m core.cli train --preset resnet101 --recipe paper ...

--data takes DAVIS 2016 / 2017 (JPEGImages/480p/NAME, Annotations/480p/NAME, ImageSets/YEAR/SPLIT.txt), YouTube-VOS
2018 / 2019 (meta.json beside JPEGImages/NAME and Annotations/NAME), and folders laid out as these. --stills holds
JPEGImages/*.jpg and Annotations/*.png of equal names: indexed PNGs with objects 1..N, or one object in white.
--backbone takes DeepLabv3+ or torchvision's ResNet-101 for the paper's presets, and for compact EfficientNet-Lite0 or
Lite2, as the packages of the [train] extra hold them. A run that was stopped, or killed, goes on where it was when
started again with the same --out. docs/training.md tells more."""


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(commands, "train", "Train a network, resumable at any moment", _EXAMPLES, run)
    _add_data(parser.add_argument_group("data"))
    _add_network(parser.add_argument_group("network"))
    _add_recipe(parser.add_argument_group("recipe"))
    _add_run(parser.add_argument_group("run"))


def _add_data(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--data", nargs="+", default=[], type=Path, metavar="ROOT", help="data sets with videos")
    group.add_argument("--split", default="train", help="the list, or folder, of each that is trained on (train)")
    group.add_argument("--shares", nargs="+", type=float, default=[], metavar="X", help="of draws, per data set")
    group.add_argument("--stills", nargs="+", default=[], type=Path, metavar="ROOT", help="pictures with a mask each")
    group.add_argument(
        "--still-shares", nargs="+", type=float, default=[], metavar="X", help="of their draws, per root"
    )
    group.add_argument(
        "--from-project", nargs="+", default=[], type=Path, metavar="FILE", help="annotated and reviewed frames"
    )
    group.add_argument("--generated", action="store_true", help="scenes drawn by formula, too")
    group.add_argument("--unseen", nargs="+", default=[], metavar="CATEGORY", help="YouTube-VOS: leave these out")
    group.add_argument("--skip-short", action="store_true", help="leave out videos too short for a clip")
    group.add_argument("--pack", type=Path, metavar="FILE", help="data written by --write-pack")
    group.add_argument("--write-pack", type=Path, metavar="FILE", help="write the data to one file and do not train")
    group.add_argument("--pack-mib", type=float, default=60.0, metavar="MIB", help="most mebibytes of that file (60)")


def _add_network(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--preset", default="compact", choices=("compact", "resnet101", "mobilenet"), help="(compact)")
    group.add_argument("--assembly", help="of modulators, as in Table 3, for the paper's presets (P2C)")
    group.add_argument("--start", metavar="NAME|FILE", help="begin from these weights instead of from nothing")
    group.add_argument(
        "--backbone", type=Path, metavar="FILE", help="begin the encoder from a pretrained one (see below)"
    )
    group.add_argument(
        "--head", metavar="NAME|FILE", help="clicks: begin with the click head of these weights (that of --start)"
    )


def _add_recipe(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--recipe",
        choices=("compact", "clicks", "paper", "paper-davis"),
        help="(compact for compact, paper for the others); clicks trains the click head of the weights --start",
    )
    group.add_argument("--minutes", type=float, help="length of the whole schedule (60; paper: counted in steps)")
    group.add_argument("--steps", type=int, help="length of the whole schedule in steps (paper: 400000)")
    group.add_argument("--clips", type=int, help="clips a step, over all processes (compact: 6, paper: 8)")
    group.add_argument("--accumulate", type=int, help="parts in which they are computed, to save memory (1)")
    group.add_argument("--rate", type=float, help="peak learning rate (compact: 0.001, paper: 0.02 then 0.01)")
    group.add_argument("--size", type=int, help="side of the crops (compact: 192, paper: 465)")
    group.add_argument("--length", type=int, help="compact: frames a clip (4)")
    group.add_argument("--late-size", type=int, help="compact: in the last third of the run (224)")
    group.add_argument("--late-length", type=int, help="compact: frames a clip in the last third of the run (5)")
    group.add_argument("--paste", type=float, help="compact: chance of pasted objects in a clip, 0 to 1 (0.6)")
    group.add_argument("--twin", type=float, help="compact: share of pasted objects that look like the clip's (0.15)")
    group.add_argument("--teacher", type=float, help="compact: chance of true previous masks at the start (0.5)")
    group.add_argument("--zoom", type=float, help="compact: share of clips that zoom strongly, in or out (0)")
    group.add_argument(
        "--shown",
        nargs=2,
        type=float,
        metavar=("LEAST", "MOST"),
        help="compact: size of a picture in a crop (0.85 1.6)",
    )
    group.add_argument(
        "--resolutions", nargs="+", type=float, metavar="X", help="compact: factors on the crops' side, one a step (1)"
    )
    group.add_argument("--encoder-rate", type=float, help="compact: rate of a pretrained encoder over the rest's (0.2)")
    group.add_argument("--warm-up", type=int, help="compact: steps until the rate is reached (100)")
    group.add_argument("--ema", type=float, help="of the averaged weights, per step (compact: 0.998, paper: 0.999)")
    group.add_argument("--seed", type=int, help="of the draws and the first weights (0)")
    group.add_argument("--precision", choices=("bf16", "fp32"), help="of convolutions (bf16; weights stay fp32)")


def _add_run(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--out", type=Path, metavar="DIR", help="state, log and weights go here")
    group.add_argument("--processes", type=int, default=1, help="single-threaded processes that share a step (1)")
    group.add_argument("--device", default="cpu", help="cpu, cuda, or auto (cpu)")
    group.add_argument("--workers", type=int, help="processes that draw clips, per process that trains (spare cores)")
    group.add_argument("--save-every", type=float, metavar="SECONDS", help="between two savings of the state (120)")
    group.add_argument(
        "--snapshot-every", type=float, metavar="MINUTES", help="keep averaged weights of the way (none)"
    )
    group.add_argument("--validate", type=Path, metavar="ROOT", help="measure J&F on this data set now and then")
    group.add_argument("--validate-split", default="dev", metavar="SPLIT", help="its list (dev)")
    group.add_argument("--validate-every", type=float, default=30.0, metavar="MINUTES", help="of training (30)")
    group.add_argument("--tensorboard", action="store_true", help="write charts to DIR/tensorboard")


def run(arguments: argparse.Namespace) -> int:
    """Train to the end of the schedule and write the weights, or write a pack."""
    if arguments.write_pack is not None:
        return _write_pack(arguments)
    if arguments.out is None:
        raise UserError("No output folder was given (--out).", "Add --out FOLDER.")
    from core.training.checkpoint import export_state
    from core.training.launch import launch
    from core.training.run import STATE

    plan = plan_of(arguments)
    console.note(f"Training for {_length(plan.recipe)}; {arguments.out / 'log.csv'} shows how it goes.")
    if not launch(plan):
        return 0
    done = export_state(arguments.out / STATE, arguments.out)
    console.say(f"{done.steps} steps; weights in {done.weights}")
    if plan.recipe.passed(done.steps, done.seconds) < 1:
        console.note(f"Stopped. Start it again with --out {arguments.out} to go on.")
        return INTERRUPTED
    return 0


def plan_of(arguments: argparse.Namespace) -> Launch:
    """The run that a command line asks for."""
    from core.training.launch import Launch

    paper = arguments.preset != "compact"
    _refuse_unused(arguments)
    return Launch(
        material=_material(arguments),
        folder=arguments.out,
        recipe=_recipe(arguments),
        preset=arguments.preset,
        config={"assembly": "P2C" if arguments.assembly is None else arguments.assembly} if paper else {},
        start=arguments.start,
        head=arguments.head,
        backbone=arguments.backbone,
        processes=arguments.processes,
        device=arguments.device,
        workers=arguments.workers,
        validator=_validator(arguments),
        validate_minutes=arguments.validate_every,
        snapshot_minutes=arguments.snapshot_every,
        tensorboard=arguments.tensorboard,
    )


def _refuse_unused(arguments: argparse.Namespace) -> None:
    """Raise UserError for what only the paper's presets have."""
    if arguments.assembly is not None and arguments.preset == "compact":
        raise UserError(
            "--assembly has no effect on the preset 'compact'.", "Add --preset resnet101 or --preset mobilenet."
        )
    if arguments.backbone is not None and arguments.start is not None:
        raise UserError(
            "--start and --backbone cannot be used together.",
            "Leave out --backbone; the weights of --start already include an encoder.",
        )
    if arguments.head is not None and arguments.recipe != "clicks":
        raise UserError("--head only works with --recipe clicks.", "Add --recipe clicks, or leave out --head.")


def _material(arguments: argparse.Namespace) -> Material:
    from core.training.material import Material

    return Material(
        data=tuple(arguments.data),
        split=arguments.split,
        stills=tuple(arguments.stills),
        still_shares=tuple(arguments.still_shares),
        projects=tuple(arguments.from_project),
        pack=arguments.pack,
        generated=arguments.generated,
        unseen=tuple(arguments.unseen),
        skip_short=arguments.skip_short,
    )


def _recipe_name(arguments: argparse.Namespace) -> str:
    return arguments.recipe or ("compact" if arguments.preset == "compact" else "paper")


def _recipe(arguments: argparse.Namespace) -> Recipe | PaperRecipe | ClickRecipe:
    kind = _recipe_name(arguments)
    if kind == "compact":
        return _compact_recipe(arguments)
    return _click_recipe(arguments) if kind == "clicks" else _paper_recipe(arguments)


def _click_recipe(arguments: argparse.Namespace) -> ClickRecipe:
    from core.training.compact.click_run import ClickRecipe

    if arguments.start is None:
        raise UserError("A click head needs the encoder of finished weights.", "Add them with --start.")
    steps = None if arguments.minutes is not None else arguments.steps
    return ClickRecipe(steps=steps, **_said(arguments, "rate", "warm_up", "size", "late_size"))


def _said(arguments: argparse.Namespace, *names: str) -> dict[str, Any]:
    """Fields of a recipe that the command line changes."""
    found = {name: getattr(arguments, name) for name in ("clips", "accumulate", "ema", "seed", "precision", *names)}
    found["save_seconds"] = arguments.save_every
    # A schedule in minutes does not count steps.
    if arguments.minutes is not None:
        found |= {"minutes": arguments.minutes}
    return {name: value for name, value in found.items() if value is not None}


def _compact_recipe(arguments: argparse.Namespace) -> Recipe:
    from core.training.compact.run import Recipe

    changes = _said(arguments, *_COMPACT_OPTIONS)
    if arguments.shown is not None:
        changes |= {"least_shown": arguments.shown[0], "most_shown": arguments.shown[1]}
    if arguments.resolutions is not None:
        changes["resolutions"] = tuple(arguments.resolutions)
    steps = None if arguments.minutes is not None else arguments.steps
    return replace(Recipe(late_size=224), steps=steps, shares=tuple(arguments.shares), **changes)


def _paper_recipe(arguments: argparse.Namespace) -> PaperRecipe:
    from core.training.paper.recipe import PAPER_RECIPES

    recipe = PAPER_RECIPES[_recipe_name(arguments)]
    if arguments.rate is not None:
        first = recipe.stages[0].rate
        stages = tuple(replace(stage, rate=stage.rate * arguments.rate / first) for stage in recipe.stages)
        recipe = replace(recipe, stages=stages)
    steps = None if arguments.minutes is not None else arguments.steps or recipe.steps
    shares = tuple(arguments.shares) or recipe.shares
    return replace(recipe, steps=steps, shares=shares, **_said(arguments, "size"))


def _length(recipe: Recipe | PaperRecipe | ClickRecipe) -> str:
    return f"{recipe.minutes:g} minutes" if recipe.steps is None else f"{recipe.steps} steps"


def _validator(arguments: argparse.Namespace) -> Any:
    if arguments.validate is None:
        return None
    from core.evaluation.benchmark import PropagatedValidation

    return PropagatedValidation(arguments.validate, arguments.validate_split, arguments.device)


def _write_pack(arguments: argparse.Namespace) -> int:
    from core.training.material import write_material

    report = write_material(_material(arguments), arguments.write_pack, round(arguments.pack_mib * _MEBIBYTE))
    console.say(
        f"{report.pictures} pictures of at most {report.short_side} lines, JPEG quality {report.quality}, "
        f"{report.size / _MEBIBYTE:.1f} MiB: {report.path}"
    )
    return 0
