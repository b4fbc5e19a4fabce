"""A TIFF file with several pages, or an animated WebP or PNG, as frames."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from core.errors import UserError
from core.files import file_state, refuse_changed
from core.files.pictures import SIDEWAYS, load, open_picture, picture_errors_as_user_errors, turn_of
from core.types import Frame, UInt8Array, read_only
from core.video.frame_source import FrameSource
from core.video.image_folder import DEFAULT_FPS, dark_warning, rgb_of
from core.video.index_reader import sampled_digest

STACK_SUFFIXES = frozenset({".tif", ".tiff", ".webp", ".png", ".apng"})


class ImageStack(FrameSource):
    """The pages of a TIFF file, or the pictures of an animation, all of one size. One thread owns an instance.

    Args:
        path: The file.
        fps: The rate at which its pages count as shown; None is what an animation says of its first picture, else 24.

    Raises:
        UserError: The file is missing, unreadable, damaged, or has one page only; pages differ in size.
    """

    def __init__(self, path: Path | str, fps: float | None = None) -> None:
        self.path = Path(path).absolute()
        self.fps = fps or DEFAULT_FPS
        self._image: Image.Image | None = None
        self._state = file_state(self.path)
        image = self._opened()
        self._turn = turn_of(image)
        self.height, self.width = (image.width, image.height) if self._turn in SIDEWAYS else (image.height, image.width)
        self.warnings = dark_warning(image, self.path)
        try:
            with picture_errors_as_user_errors(self._damaged()):
                self.frame_count = int(getattr(image, "n_frames", 1))
        except UserError:
            self.close()
            raise
        if self.frame_count == 1:
            self.close()
            raise UserError("'{path}' is a single image.", "Open the folder with the images.", path=self.path)
        if fps is None:
            self.fps = self._own_rate()

    def read(self, index: int) -> Frame:
        """Page ``index`` as RGB; 16-bit pages are cut to their upper 8 bits.

        Raises:
            IndexError: There is no such page.
            UserError: The page is damaged or of another size, or the file changed meanwhile.
        """
        if not 0 <= index < self.frame_count:
            raise IndexError(f"frame {index} of {self.frame_count}")
        refuse_changed(self.path, self._state)
        image = self._opened()
        with picture_errors_as_user_errors(
            UserError(
                "Page {index} of '{path}' is damaged.", "Copy or export the file again.", index=index, path=self.path
            )
        ):
            image.seek(index)
            page = load(image, self._damaged())
            pixels: UInt8Array = rgb_of(page if self._turn is None else page.transpose(self._turn), self.path)
        if pixels.shape[:2] != (self.height, self.width):
            raise UserError(
                "Page {index} of '{path}' is {size} pixels, the first is {first_size}.",
                "All pages must have the same size. Save the others in a separate file.",
                index=index,
                path=self.path,
                size=f"{pixels.shape[1]}x{pixels.shape[0]}",
                first_size=f"{self.width}x{self.height}",
            )
        return Frame(index, read_only(pixels), index / self.fps)

    def fingerprint(self) -> str:
        """SHA-256 of the file's size and of samples of its content; the same wherever the file lies."""
        return sampled_digest([self.path], "stack")

    def close(self) -> None:
        """Release the file. Reading again opens it again."""
        if self._image is not None:
            self._image.close()
        self._image = None

    def _own_rate(self) -> float:
        """Of an animation, from how long its first picture is shown (in ms, which Pillow knows once it is decoded)."""
        self.read(0)
        milliseconds = self._opened().info.get("duration", 0)
        return 1000 / milliseconds if isinstance(milliseconds, int | float) and milliseconds >= 1 else DEFAULT_FPS

    def _opened(self) -> Image.Image:
        if self._image is None:
            self._image = open_picture(self.path, self._damaged(), as_stored=True)
        return self._image

    def _damaged(self) -> UserError:
        return UserError(
            "'{path}' is damaged or not supported.",
            "Copy it again, or export it with 8 or 16 bits per channel.",
            path=self.path,
        )
