"""The mask of an object from two clicks: python examples/segment.py photo.jpg mask.png [WEIGHTS]."""

import sys
from pathlib import Path

from core.masks.png import write_label_map
from core.network.weights import load_network
from core.selection.click import ClickSegmenter
from core.selection.clicks import Click
from core.video.image_folder import read_rgb

source, destination, *weights = sys.argv[1:]
picture = ClickSegmenter(load_network(weights[0] if weights else "compact")).prepare(read_rgb(Path(source)))
inside = Click(picture.width // 2, picture.height // 2)
outside = Click(0, 0, positive=False)
soft = picture.segment([inside, outside])
write_label_map(destination, (soft >= 0.5).astype("uint8"))
