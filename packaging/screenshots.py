"""Make the README's pictures from the real program: ``python packaging/screenshots.py DEMO_OUTPUT``.

``DEMO_OUTPUT`` is what ``rpcm demo`` wrote. The window runs on a display of its own (needs Xvfb and xdotool). Every
frame in the pictures is from the sample clip, which a program of ours drew.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from tests.e2e.driver import App, virtual_display, wait_until  # noqa: E402

IMAGES = REPOSITORY / "docs" / "images"
FRAME_WITH_DOUBTS = 34
CAPTIONED_ROW = 202
"""Height of a row of the contact sheet, its caption included."""


def window_picture(project: Path, folder: Path) -> Image.Image:
    """The window on the sample's project, masks over what is reliable."""
    with virtual_display() as display:
        app = App(display, folder, project)
        app.wait_for_action("view.reliability")
        app.focus("window")
        app.press("Home", *["Right"] * FRAME_WITH_DOUBTS, "u")
        wait_until("the frame is shown", lambda: app.report().get("frame") == FRAME_WITH_DOUBTS)
        wait_until("reliability is on", lambda: app.report()["actions"]["view.reliability"]["checked"])
        wait_until("every message is gone", lambda: not app.report()["texts"]["messages"])
        picture = Image.open(app.screenshot("window")).convert("RGB")
        app.quit()
    return picture


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("demo", type=Path, metavar="DEMO_OUTPUT")
    demo: Path = parser.parse_args().demo
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # A copy, since opening a project remembers where one was.
        shutil.copy(demo / "sample.rpcm", folder / "sample.rpcm")
        window_picture(folder / "sample.rpcm", folder).resize((1080, 675), Image.Resampling.LANCZOS).save(
            IMAGES / "window.jpg", quality=88
        )
    sheet = Image.open(demo / "contact-sheet.png").convert("RGB")
    sheet.crop((0, CAPTIONED_ROW, sheet.width, 3 * CAPTIONED_ROW)).save(IMAGES / "contact_sheet.jpg", quality=88)


if __name__ == "__main__":
    main()
