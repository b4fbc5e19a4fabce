"""Propagate the mask of a clip's first frame: python examples/propagate.py clip.mp4 first.png MASKS [WEIGHTS]."""

import sys
from pathlib import Path

from core.masks.png import read_label_map, write_label_map
from core.network.weights import load_network
from core.propagation.propagator import Propagator
from core.types import RunRequest, Seed
from core.video.source import open_source

clip, mask, destination, *weights = sys.argv[1:]
folder = Path(destination)
folder.mkdir(parents=True)
with open_source(clip) as source:
    seed = Seed(0, read_label_map(mask, (source.height, source.width)))
    request = RunRequest(run_id=1, seeds=(seed,), first=0, last=source.frame_count - 1, direction="forward")
    propagator = Propagator(load_network(weights[0] if weights else "compact"))
    for result in propagator.run(source, request):
        write_label_map(folder / f"{result.index:05d}.png", result.labels)
        print(f"frame {result.index}: {result.unsure_share:.1%} unsure")
