"""Turn a clip of any data set that is read into COCO: python examples/convert.py DATASET OUT."""

import sys
from pathlib import Path

from core.exchange.detection import detected
from core.formats import ExportOptions, reader, writer

dataset, destination = map(Path, sys.argv[1:])
source = reader(detected(dataset))
name = source.sequences(dataset)[0]
report = writer("coco").write(source.read(dataset, name), destination, ExportOptions())
assert report is not None, "nothing asked it to stop"
print(f"{report.frames} frames of {name} in {report.path}")
for note in report.notes:
    print(f"  {note}")
