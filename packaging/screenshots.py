"""Make pictures of the real program.

    python packaging/screenshots.py readme DEMO_OUTPUT
    python packaging/screenshots.py modes DEMO_OUTPUT FOLDER [--themes ...] [--scales 1 2] [--languages en de zh_CN]

``DEMO_OUTPUT`` is what ``rpcm demo`` wrote. The window runs on a display of its own (needs Xvfb and xdotool). Every
frame in the pictures is from the sample clip, which a program of ours drew. ``readme`` makes those of the README,
``modes`` one of every mode of the window for each theme, scale and language, as ``FOLDER/dark-100-en-masks.png``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PIL import Image

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from tests.e2e.driver import SCREEN, App, virtual_display, wait_until  # noqa: E402

IMAGES = REPOSITORY / "docs" / "images"
FRAME_WITH_DOUBTS = 34
FRAMES_OF_A_RUN = 6
MANY = 200
"""Colours in a picture of a frame, at least."""
CAPTIONED_ROW = 202
"""Height of a row of the contact sheet, its caption included."""

MODES: dict[str, tuple[str, str]] = {
    "masks": ("", ""),
    "reliability": ("u", "u"),
    "entropy": ("shift+u", "shift+u"),
    "outlines": ("c", "c"),
    "onion": ("shift+c", "shift+c"),
    "wipe": ("shift+w", "shift+w"),
    "side": ("shift+s", "shift+s"),
    "close": (" ".join(["ctrl+equal"] * 12), "ctrl+0"),
    "display": ("d", "d"),
    "history": ("ctrl+h", "ctrl+h"),
    "help": ("F1", "F1"),
}
"""By name, the keys that begin a mode and those that end it."""
DIALOGS: dict[str, str] = {
    "export": "ctrl+e", "palette": "ctrl+shift+p", "settings": "ctrl+comma", "shortcuts": "question",
    "pool": "shift+p", "names": "ctrl+shift+n", "import": "ctrl+i", "merge": "ctrl+m",
}  # fmt: skip
"""By name, the keys that open a dialog."""


@contextmanager
def opened(demo: Path, scale: int = 1, theme: str = "dark", language: str = "en") -> Iterator[App]:
    """The program with a copy of the demo's project, since opening one remembers where one was."""
    with running(demo, scale, theme, language, "sample.rpcm") as app:
        app.wait_for_action("view.reliability")
        app.focus("window")
        app.press("Home", *["Right"] * FRAME_WITH_DOUBTS)
        wait_until("the frame is shown", lambda: app.report().get("frame") == FRAME_WITH_DOUBTS)
        wait_until("every message is gone", lambda: not app.report()["texts"]["messages"])
        yield app


@contextmanager
def running(demo: Path, scale: int, theme: str, language: str, *files: str) -> Iterator[App]:
    """The program on a display and with settings of its own; ``files`` of the demo are copied and opened."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        settings = folder / "config" / "rpcm-annotator" / "settings.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[window]\ntheme={theme}\nlanguage={language}\n", "utf-8")
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[variable] = str(folder / "config")
        os.environ["QT_SCALE_FACTOR"] = str(scale)
        copies = [Path(shutil.copy(demo / file, folder / file)) for file in files]
        with virtual_display((SCREEN[0] * scale, SCREEN[1] * scale)) as display:
            app = App(display, folder, *copies)
            yield app
            app.quit()


def press(app: App, keys: str) -> None:
    """Press keys, separated by blanks, or none."""
    if keys:
        app.press(*keys.split())


def picture(app: App) -> Image.Image:
    """What is on the screen."""
    return Image.open(app.screenshot("window")).convert("RGB")


def readme(demo: Path) -> None:
    """The pictures of the README."""
    with opened(demo) as app:
        app.press("u")
        wait_until("reliability is on", lambda: app.report()["actions"]["view.reliability"]["checked"])
        window = picture(app)
    window.resize((1080, 675), Image.Resampling.LANCZOS).save(IMAGES / "window.jpg", quality=88)
    sheet = Image.open(demo / "contact-sheet.png").convert("RGB")
    sheet.crop((0, CAPTIONED_ROW, sheet.width, 3 * CAPTIONED_ROW)).save(IMAGES / "contact_sheet.jpg", quality=88)


def modes(demo: Path, folder: Path, scale: int, theme: str, language: str) -> None:
    """A picture of every mode and dialog."""
    folder.mkdir(parents=True, exist_ok=True)
    with opened(demo, scale, theme, language) as app:
        for mode, (begin, end) in MODES.items():
            press(app, begin)
            save(app, folder / f"{theme}-{100 * scale}-{language}-{mode}.png")
            press(app, end)
        for dialog, key in DIALOGS.items():
            app.press(key)
            wait_until(f"{dialog} is open", partial(window_of, app, f"dialog.{dialog}"))
            app.focus(f"dialog.{dialog}")
            if dialog == "export":
                wait_until("the preview is shown", partial(has_picture, app, "preview.picture", scale))
            save(app, folder / f"{theme}-{100 * scale}-{language}-{dialog}.png")
            app.press("Escape")
            wait_until(f"{dialog} is closed", partial(no_window_of, app, f"dialog.{dialog}"))
            app.focus("window")
        a_run(app, folder / f"{theme}-{100 * scale}-{language}-run.png")
    with running(demo, scale, theme, language) as app:
        app.wait_for_widget("start.tour")
        save(app, folder / f"{theme}-{100 * scale}-{language}-start.png")
        app.focus("window")
        app.press("space")
        app.wait_for_widget("canvas")
        save(app, folder / f"{theme}-{100 * scale}-{language}-tour.png")


def a_run(app: App, file: Path) -> None:
    """A picture of a run under way; it is stopped then."""
    app.press("Home")
    wait_until("it begins at the first frame", lambda: app.report().get("frame") == 0)
    app.press("f")
    wait_until("some frames are done", lambda: app.report().get("frame", 0) >= FRAMES_OF_A_RUN)
    picture(app).save(file)
    app.press("Escape")
    app.wait_for_no_action("propagate.stop")


def has_picture(app: App, name: str, scale: int) -> bool:
    """Whether more than an even ground is seen where the widget ``name`` is."""
    x, y, width, height = (scale * part for part in app.wait_for_widget(name))
    colours = picture(app).crop((x, y, x + width, y + height)).getcolors(MANY)
    return colours is None or len(colours) > MANY // 2


def window_of(app: App, name: str) -> bool:
    """Whether the program shows a window of that name."""
    return any(window["name"] == name for window in app.report()["windows"])


def no_window_of(app: App, name: str) -> bool:
    """Whether the program shows none."""
    return not window_of(app, name)


def save(app: App, file: Path) -> None:
    """Save the screen once it has been still for two looks."""
    last: list[bytes] = []

    def is_still() -> bool:
        seen = picture(app)
        last.append(seen.tobytes())
        seen.save(file)
        return len(last) > 1 and last[-1] == last[-2]

    wait_until(f"{file.name} is still", is_still)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("readme", "modes"))
    parser.add_argument("demo", type=Path, metavar="DEMO_OUTPUT")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("screenshots"))
    parser.add_argument("--themes", nargs="+", default=["dark", "light"])
    parser.add_argument("--scales", nargs="+", type=int, default=[1, 2])
    parser.add_argument("--languages", nargs="+", default=["en"])
    options = parser.parse_args()
    if options.what == "readme":
        readme(options.demo)
        return
    for language in options.languages:
        for theme in options.themes:
            for scale in options.scales:
                modes(options.demo, options.folder, scale, theme, language)


if __name__ == "__main__":
    main()
