"""Train a small compact network for a few steps: python examples/train.py DATASET OUT [STEPS]."""

import sys
from pathlib import Path

from core.training.checkpoint import export_state
from core.training.compact.run import Recipe
from core.training.launch import Launch, launch
from core.training.material import Material
from core.training.run import STATE

if __name__ == "__main__":
    dataset, out, *steps = sys.argv[1:]
    sizes = {"widths": (16, 32, 32, 48), "depths": (1, 1, 1, 1), "shared": 32, "key": 16, "value": 16, "embedding": 32}
    recipe = Recipe(steps=int(steps[0]) if steps else 100, clips=2, size=64, late_size=64, length=3, late_length=3)
    material = Material(data=(Path(dataset),))
    launch(Launch(material=material, folder=Path(out), recipe=recipe, config=sizes, workers=0))
    print(export_state(Path(out) / STATE, Path(out)).weights)
