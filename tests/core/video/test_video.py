"""Frames in: exact numbers, sizes, colours, and bad input."""

from __future__ import annotations

import errno
import os
import random
import shutil
import struct
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from core.errors import UserError, os_errors_as_user_errors
from core.types import UInt8Array
from core.video.file import VideoFile
from core.video.frame_source import ReadGivenUpError
from core.video.image_folder import ImageFolder
from core.video.source import open_source
from tests.helpers.media import HEIGHT, WIDTH, make_folder, make_video, number_in, numbered_picture

FRAMES = 40
UNEVEN = [0, *np.cumsum(np.random.default_rng(3).integers(5, 90, FRAMES - 1)).tolist()]

CLIPS: dict[str, Callable[[Path], Path]] = {
    "constant rate, B-frames, mp4": lambda at: make_video(at / "c.mp4"),
    "variable rate, B-frames, mp4": lambda at: make_video(at / "v.mp4", milliseconds=UNEVEN),
    "variable rate, B-frames, mkv": lambda at: make_video(at / "v.mkv", milliseconds=UNEVEN),
    "variable rate, late start, mkv": lambda at: make_video(at / "l.mkv", milliseconds=[t + 700 for t in UNEVEN]),
    "open groups of pictures": lambda at: make_video(at / "o.mp4", options={"x264-params": "open-gop=1:keyint=8"}),
    "one keyframe": lambda at: make_video(at / "k.mp4", keyframe_every=1000, options={"sc_threshold": "0"}),
    "no B-frames": lambda at: make_video(at / "p.mp4", b_frames=0),
    "mpeg4 in avi": lambda at: make_video(at / "m.avi", codec="mpeg4"),
    "h264 in avi, whose stamps are wrong": lambda at: make_video(at / "h.avi"),
    "raw h264, which has no stamps": lambda at: make_video(at / "r.h264"),
    "transport stream": lambda at: make_video(at / "t.ts"),
    "transport stream, open groups": lambda at: make_video(at / "u.ts", options={"x264-params": "open-gop=1:keyint=8"}),
    "vp9": lambda at: make_video(at / "w.webm", codec="libvpx-vp9", b_frames=None),
    "vp8 with hidden frames": lambda at: make_video(
        at / "a.webm", codec="libvpx", b_frames=None, options={"auto-alt-ref": "1", "lag-in-frames": "16"}
    ),
    "prores of ten bits, mov": lambda at: make_video(
        at / "p.mov", codec="prores_ks", pixels="yuv422p10le", b_frames=None
    ),
    "hevc of ten bits": lambda at: make_video(
        at / "d.mkv", codec="libx265", pixels="yuv420p10le", options={"x265-params": "log-level=none"}
    ),
    "mpeg-2, program stream": lambda at: make_video(at / "g.mpg", codec="mpeg2video", b_frames=2),
    "transport stream whose stamps wrap around": lambda at: make_video(
        at / "t.ts", milliseconds=[95_443_000 + 40 * number for number in range(FRAMES)]
    ),
    "mpeg-1, program stream with few stamps": lambda at: make_video(at / "q.mpg", codec="mpeg1video", b_frames=2),
    "mpeg-1, long groups": lambda at: make_video(at / "q.mpg", codec="mpeg1video", b_frames=2, keyframe_every=18),
    "vob": lambda at: make_video(at / "q.vob", codec="mpeg2video", b_frames=2),
    "wmv": lambda at: make_video(at / "n.wmv", codec="wmv2", b_frames=None),
    "flv": lambda at: make_video(at / "l.flv"),
    "gif": lambda at: animation(at / "g.gif"),
    "hevc": lambda at: make_video(at / "e.mp4", codec="libx265", options={"x265-params": "log-level=none"}),
    "fragmented mp4": lambda at: make_video(
        at / "f.mp4", container_options={"movflags": "frag_keyframe+empty_moov+default_base_moof"}
    ),
}


def numbers(source: VideoFile, order: list[int]) -> list[int]:
    return [number_in(source.read(index).image) for index in order]


@pytest.mark.parametrize("make", CLIPS.values(), ids=CLIPS.keys())
def test_that_random_seeks_give_the_frames_of_a_sequential_read(make: Callable[[Path], Path], tmp_path: Path) -> None:
    path = make(tmp_path)
    shuffled = [index for seed in range(2) for index in random.Random(seed).sample(range(FRAMES), FRAMES)]
    with VideoFile(path) as one, VideoFile(path) as other:
        assert one.frame_count == FRAMES
        assert (one.broken_from, one.warnings) == (None, ())
        images = [one.read(index).image for index in range(FRAMES)]
        assert [number_in(image) for image in images] == list(range(FRAMES))
        for index in shuffled:
            assert np.array_equal(other.read(index).image, images[index]), index


def test_that_backwards_and_repeated_reads_are_exact(tmp_path: Path) -> None:
    order = [*range(FRAMES - 1, -1, -1), 5, 5, 4, 39, 0, 0]
    with VideoFile(make_video(tmp_path / "c.mp4", milliseconds=UNEVEN)) as source:
        assert numbers(source, order) == order


def test_that_times_and_rate_are_those_of_the_file(tmp_path: Path) -> None:
    rate = Fraction(30000, 1001)
    with VideoFile(make_video(tmp_path / "n.mp4", rate=rate)) as source:
        assert source.fps == pytest.approx(float(rate))
        assert source.read(30).time == pytest.approx(1.001)
    with VideoFile(make_video(tmp_path / "v.mkv", milliseconds=UNEVEN)) as source:
        assert [source.read(index).time for index in range(FRAMES)] == pytest.approx([each / 1000 for each in UNEVEN])
        assert source.fps == pytest.approx((FRAMES - 1) * 1000 / UNEVEN[-1])


def test_that_a_read_that_is_given_up_leaves_no_trace(tmp_path: Path) -> None:
    path = make_video(tmp_path / "k.mp4", keyframe_every=1000, options={"sc_threshold": "0"})
    with VideoFile(path) as source:
        for asked, then in ((30, 30), (35, 2), (20, 12), (39, 38)):
            chances = iter([False, False, True])
            source.give_up(lambda chances=chances: next(chances))  # type: ignore[misc]
            with pytest.raises(ReadGivenUpError):
                source.read(asked)
            source.give_up(lambda: False)
            assert numbers(source, [then]) == [then]


def test_that_a_closed_source_reads_again(tmp_path: Path) -> None:
    source = VideoFile(make_video(tmp_path / "c.mp4"))
    source.read(20)
    source.close()
    assert numbers(source, [21]) == [21]
    source.close()


def test_that_frames_are_read_only_rgb_and_named_by_number(tmp_path: Path) -> None:
    with open_source(make_video(tmp_path / "c.mp4")) as source:
        frame = source.read(7)
        assert frame.index == 7
        assert frame.image.shape == (HEIGHT, WIDTH, 3)
        assert frame.image.dtype == np.uint8
        assert not frame.image.flags.writeable
        assert source.name(7) == "00007"
        with pytest.raises(IndexError):
            source.read(FRAMES)
        with pytest.raises(IndexError):
            source.read(-1)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_that_rotation_in_the_file_is_applied(quarters: int, tmp_path: Path) -> None:
    with VideoFile(make_video(tmp_path / "r.mp4", rotation=90 * quarters)) as source:
        image = source.read(11).image
    upright = np.rot90(numbered_picture(11), quarters)
    assert image.shape == upright.shape == (source.height, source.width, 3)
    assert np.abs(image.astype(int) - upright).mean() < 12


@pytest.mark.parametrize("size", [(49, 97), (48, 97), (49, 96)])
def test_that_odd_sizes_are_kept(size: tuple[int, int], tmp_path: Path) -> None:
    with VideoFile(make_video(tmp_path / "o.mkv", size=size, codec="ffv1", pixels="yuv420p", b_frames=0)) as source:
        image = source.read(9).image
    assert image.shape == (*size, 3)
    assert np.abs(image.astype(int) - numbered_picture(9, *size)).mean() < 12


def colour_clip(path: Path, matrix: int, spread: int, pixels: str, size: tuple[int, int] = (48, 64)) -> Path:
    """Two frames of one colour: luma 81, blue difference 90, red difference 200 (of 8 bits)."""
    deep = "10" in pixels
    with av.open(str(path), "w") as container:
        track = container.add_stream("ffv1", rate=25)
        track.height, track.width = size
        track.pix_fmt = pixels
        track.codec_context.colorspace, track.codec_context.color_range = matrix, spread
        for number in range(2):
            frame = av.VideoFrame(size[1], size[0], pixels)
            for plane, level in zip(frame.planes, (81, 90, 200), strict=True):
                value = struct.pack("<H", level * 4) if deep else bytes([level])
                plane.update(value * (plane.buffer_size // len(value)))
            frame.colorspace, frame.color_range, frame.pts = matrix, spread, number
            container.mux(track.encode(frame))
        container.mux(track.encode())
    return path


def expected_rgb(red_weight: float, blue_weight: float, full: bool) -> UInt8Array:
    """ITU-T H.273, equations for E'R, E'G, E'B."""
    luma, scale = (81 / 255, 255) if full else ((81 - 16) / 219, 224)
    blue = luma + 2 * (1 - blue_weight) * (90 - 128) / scale
    red = luma + 2 * (1 - red_weight) * (200 - 128) / scale
    green = (luma - red_weight * red - blue_weight * blue) / (1 - red_weight - blue_weight)
    return np.clip(np.round(np.array([red, green, blue]) * 255), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("pixels", ["yuv420p", "yuv444p", "yuv420p10le"])
@pytest.mark.parametrize(("matrix", "weights"), [(1, (0.2126, 0.0722)), (5, (0.299, 0.114))])
@pytest.mark.parametrize("spread", [1, 2])
def test_that_colours_follow_matrix_and_range(
    matrix: int, weights: tuple[float, float], spread: int, pixels: str, tmp_path: Path
) -> None:
    with VideoFile(colour_clip(tmp_path / "c.mkv", matrix, spread, pixels)) as source:
        image = source.read(1).image.astype(int)
    assert np.abs(image - expected_rgb(*weights, full=spread == 2)).max() <= 3


@pytest.mark.parametrize(("lines", "weights"), [(480, (0.299, 0.114)), (720, (0.2126, 0.0722))])
def test_that_an_untold_matrix_is_that_of_the_height(lines: int, weights: tuple[float, float], tmp_path: Path) -> None:
    with VideoFile(colour_clip(tmp_path / "c.mkv", 2, 1, "yuv420p", (lines, 64))) as source:
        image = source.read(0).image.astype(int)
    assert np.abs(image - expected_rgb(*weights, full=False)).max() <= 3


def test_that_the_fingerprint_follows_the_content_not_the_place(tmp_path: Path) -> None:
    video = make_video(tmp_path / "a.mp4")
    moved = Path(shutil.copy(video, tmp_path / "moved.mp4"))
    other = make_video(tmp_path / "b.mp4", rate=Fraction(24))
    with VideoFile(video) as one, VideoFile(moved) as two, VideoFile(other) as three:
        assert one.fingerprint() == two.fingerprint() != three.fingerprint()


# --- bad input -------------------------------------------------------------------------------------------------------


def truncated(path: Path, share: float) -> Path:
    data = path.read_bytes()
    cut = path.with_name(f"cut_{path.name}")
    cut.write_bytes(data[: int(len(data) * share)])
    return cut


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9, 0.999])
def test_that_an_mp4_that_breaks_off_keeps_its_readable_frames(share: float, tmp_path: Path) -> None:
    whole = make_video(tmp_path / "c.mp4", size=(240, 320), container_options={"movflags": "faststart"})
    with VideoFile(truncated(whole, share)) as source:
        end = source.broken_from
        assert end is not None
        assert 0 < end < source.frame_count == FRAMES
        assert any(f"only the first {end}" in warning for warning in source.warnings)
        for _ in range(2):
            assert numbers(source, list(range(end))) == list(range(end))
            with pytest.raises(UserError, match=rf"Frame {end} of 'cut_c.mp4' cannot be read: the file ends there"):
                source.read(end)
        with pytest.raises(UserError, match=f"Frame {FRAMES - 1} "):
            source.read(FRAMES - 1)
        assert numbers(source, [end - 1, 0]) == [end - 1, 0]


def test_that_an_avi_that_breaks_off_inside_a_frame_says_where(tmp_path: Path) -> None:
    whole = make_video(tmp_path / "m.avi", codec="mjpeg", pixels="yuvj420p", b_frames=None)
    with VideoFile(truncated(whole, 0.45)) as source:
        end = source.frame_count - 1
        assert source.broken_from == end
        assert numbers(source, list(range(end))) == list(range(end))
        with pytest.raises(UserError, match="the file ends there"):
            source.read(end)


def test_that_a_webm_that_is_shorter_than_it_says_warns(tmp_path: Path) -> None:
    whole = make_video(tmp_path / "w.webm", codec="libvpx-vp9", b_frames=None)
    with VideoFile(truncated(whole, 0.6)) as source:
        assert 0 < source.frame_count < FRAMES
        assert numbers(source, list(range(source.frame_count))) == list(range(source.frame_count))
        assert len(source.warnings) == 1
        assert "claims to last 1.6 s" in source.warnings[0]


def test_that_a_damaged_frame_in_the_middle_is_named_and_the_others_stay(tmp_path: Path) -> None:
    path = make_video(tmp_path / "m.avi", codec="mjpeg", pixels="yuvj420p", b_frames=None)
    with av.open(str(path)) as container:
        packets = [(packet.pos, packet.size) for packet in container.demux(video=0) if packet.size]
    data = bytearray(path.read_bytes())
    position, size = packets[17]
    start = data.index(b"\xff\xd8", position)
    data[start : start + size] = bytes(size)
    path.write_bytes(data)
    with VideoFile(path) as source:
        assert numbers(source, [16]) == [16]
        with pytest.raises(UserError, match=r"Frame 17 of 'm.avi' cannot be read: it is damaged"):
            source.read(17)
        assert numbers(source, [18, 3, 39]) == [18, 3, 39]


BREAKING_OFF: dict[str, Callable[[Path], Path]] = {
    "transport stream": lambda at: make_video(at / "t.ts"),
    "transport stream, open groups": lambda at: make_video(at / "u.ts", options={"x264-params": "open-gop=1:keyint=8"}),
    "transport stream of MPEG-2": lambda at: make_video(at / "m.ts", codec="mpeg2video", b_frames=2),
    "program stream": lambda at: make_video(at / "p.mpg", codec="mpeg2video", b_frames=2),
    "mkv": lambda at: make_video(at / "x.mkv"),
    "mkv, rounded stamps": lambda at: make_video(at / "y.mkv", rate=Fraction(30000, 1001)),
    "flv": lambda at: make_video(at / "f.flv"),
    "wmv": lambda at: make_video(at / "w.wmv", codec="wmv2", b_frames=None),
    "gif": lambda at: animation(at / "g.gif"),
    "mkv, variable rate": lambda at: make_video(at / "v.mkv", milliseconds=UNEVEN),
    "mkv, variable rate, pyramid": lambda at: make_video(
        at / "q.mkv",
        milliseconds=UNEVEN,
        b_frames=None,
        options={"x264-params": "b-pyramid=strict:bframes=8:b-adapt=0"},
    ),
    "mkv, variable rate, hevc": lambda at: make_video(
        at / "h.mkv", milliseconds=UNEVEN, codec="libx265", options={"x265-params": "log-level=none:info=0"}
    ),
    "transport stream, variable rate": lambda at: make_video(at / "r.ts", milliseconds=UNEVEN),
    "flv, variable rate": lambda at: make_video(at / "s.flv", milliseconds=UNEVEN),
}


def animation(path: Path) -> Path:
    images = [Image.fromarray(numbered_picture(number)) for number in range(FRAMES)]
    images[0].save(path, save_all=True, append_images=images[1:], duration=40)
    return path


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9, 0.97, 0.999])
@pytest.mark.parametrize("make", BREAKING_OFF.values(), ids=BREAKING_OFF.keys())
def test_that_no_frame_of_a_file_that_breaks_off_has_a_wrong_number(
    make: Callable[[Path], Path], share: float, tmp_path: Path
) -> None:
    read = 0
    with VideoFile(truncated(make(tmp_path), share)) as source:
        for index in range(source.frame_count):
            try:
                assert number_in(source.read(index).image) == index
            except UserError as error:
                assert f"Frame {index} " in error.message
            else:
                read += 1
        assert read >= source.frame_count - 3 > 0


@pytest.mark.parametrize("make", BREAKING_OFF.values(), ids=BREAKING_OFF.keys())
def test_that_a_whole_file_is_not_taken_for_one_that_breaks_off(make: Callable[[Path], Path], tmp_path: Path) -> None:
    with VideoFile(make(tmp_path)) as source:
        assert source.broken_from is None
        assert not source.warnings
        assert numbers(source, [FRAMES - 1, 0, FRAMES - 2]) == [FRAMES - 1, 0, FRAMES - 2]


@pytest.mark.parametrize(("name", "left_out"), [("d.ts", 3), ("d.ts", 22), ("d.ts", 36), ("d.mkv", 22), ("d.mkv", 38)])
def test_that_a_frame_left_out_by_a_camera_is_no_end(name: str, left_out: int, tmp_path: Path) -> None:
    """A stream of constant rate but for one gap, near its end too, has lost nothing."""
    times = [40 * number for number in range(FRAMES + 1) if number != left_out]
    with VideoFile(make_video(tmp_path / name, milliseconds=times)) as source:
        assert source.broken_from is None
        assert numbers(source, [FRAMES - 1, 36, 22]) == [FRAMES - 1, 36, 22]


@pytest.mark.parametrize("name", ["s.mp4", "s.mkv", "s.flv"])
@pytest.mark.parametrize("times", [UNEVEN, [40 * number for number in range(FRAMES)]], ids=["uneven", "even"])
def test_that_a_last_frame_that_is_shown_for_long_is_no_end(name: str, times: list[int], tmp_path: Path) -> None:
    """As a screen recording has it, or a video whose sound goes on."""
    held = [*times[:-1], times[-2] + 9000]
    with VideoFile(make_video(tmp_path / name, milliseconds=held)) as source:
        assert (source.broken_from, source.warnings) == (None, ())
        assert numbers(source, [FRAMES - 1, 0, FRAMES - 2]) == [FRAMES - 1, 0, FRAMES - 2]


@pytest.mark.parametrize("make", list(BREAKING_OFF.values())[:4], ids=list(BREAKING_OFF)[:4])
def test_that_a_recording_that_begins_between_keyframes_is_numbered_from_its_first_picture(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    whole = make(tmp_path)
    late = tmp_path / f"late_{whole.name}"
    late.write_bytes(whole.read_bytes()[whole.stat().st_size // 5 :])
    with VideoFile(late) as source:
        first = number_in(source.read(0).image)
        assert first > 0
        assert numbers(source, [*range(source.frame_count), 3]) == [*range(first, FRAMES), first + 3]


def test_that_interlaced_video_is_read_with_a_note(tmp_path: Path) -> None:
    path = make_video(tmp_path / "i.mp4", options={"x264-params": "interlaced=1"})
    with VideoFile(path) as source:
        assert any("interlaced" in warning for warning in source.warnings)
        assert numbers(source, [7, 0, 39]) == [7, 0, 39]


@pytest.mark.parametrize(("transfer", "told"), [("arib-std-b67", "HLG"), ("smpte2084", "PQ"), ("bt709", "")])
def test_that_video_of_high_dynamic_range_is_read_with_a_note(transfer: str, told: str, tmp_path: Path) -> None:
    colours = f"log-level=none:colorprim=bt2020:transfer={transfer}:colormatrix=bt2020nc"
    path = make_video(tmp_path / "h.mkv", codec="libx265", pixels="yuv420p10le", options={"x265-params": colours})
    with VideoFile(path) as source:
        assert [f"({told})" in warning for warning in source.warnings] == [True] * bool(told)
        assert numbers(source, [7, 0, 39]) == [7, 0, 39]


def no_video(path: Path) -> None:
    path.write_text("hello world\n" * 100)


def empty_file(path: Path) -> None:
    path.write_bytes(b"")


def without_end(path: Path) -> None:
    whole = make_video(path.with_name("whole.mp4"))
    path.write_bytes(whole.read_bytes()[:-200])


def one_picture(path: Path) -> None:
    Image.fromarray(numbered_picture(1)).save(path, format="PNG")


def sound_only(path: Path) -> None:
    with av.open(str(path), "w", format="wav") as container:
        track = container.add_stream("pcm_s16le", rate=8000)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 800), np.int16), format="s16", layout="mono")
        frame.sample_rate = 8000
        container.mux(track.encode(frame))


@pytest.mark.parametrize(
    ("name", "make", "message"),
    [
        ("clip.mp4", no_video, "is not a video"),
        ("notes.txt", no_video, "does not contain a video"),
        ("data.bin", no_video, "(is not a|holds no) video"),
        ("empty.mp4", empty_file, "is not a video"),
        ("moov.mp4", without_end, "incomplete"),
        ("picture.png", one_picture, "single image"),
        ("sound.wav", sound_only, "does not contain a video"),
    ],
)
def test_that_what_is_no_video_is_refused_by_name(
    name: str, make: Callable[[Path], None], message: str, tmp_path: Path
) -> None:
    make(tmp_path / name)
    with pytest.raises(UserError, match=message) as caught:
        open_source(tmp_path / name)
    assert name in caught.value.message
    assert caught.value.hint


def test_that_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nowhere\.mp4': it does not exist"):
        open_source(tmp_path / "nowhere.mp4")


@pytest.mark.parametrize("code", [errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_that_errors_of_the_system_become_advice(code: int, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="clip") as caught, os_errors_as_user_errors(tmp_path / "clip", "read"):
        raise OSError(code, os.strerror(code))
    assert caught.value.hint


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_that_a_forbidden_file_is_told(tmp_path: Path) -> None:
    path = make_video(tmp_path / "c.mp4")
    path.chmod(0)
    with pytest.raises(UserError, match="permission is denied"):
        open_source(path)


# --- folders ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".tif", ".tiff", ".webp", ".jpg", ".JPEG"])
def test_that_folders_of_each_kind_are_read(suffix: str, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "f", suffix=suffix)
    (folder / "Thumbs.db").write_bytes(b"x")
    (folder / "._00000.png").write_bytes(b"x")
    with open_source(folder) as source:
        assert [number_in(source.read(index).image) for index in range(source.frame_count)] == [0, 1, 2, 3]
        assert (source.height, source.width, source.name(2)) == (HEIGHT, WIDTH, "00002")
        assert source.read(1).time == pytest.approx(1 / source.fps)


def test_that_names_are_sorted_as_people_count(tmp_path: Path) -> None:
    stems = ["f1", "f2", "f10", "f100", "g3"]
    for number, stem in enumerate(stems):
        Image.fromarray(numbered_picture(number)).save(tmp_path / f"{stem}.png")
    source = ImageFolder(tmp_path)
    assert [source.name(index) for index in range(5)] == stems


@pytest.mark.parametrize("mode", ["L", "P", "1", "RGBA", "CMYK", "I;16"])
def test_that_every_picture_mode_becomes_rgb(mode: str, tmp_path: Path) -> None:
    white = np.full((10, 12), 255, np.uint8)
    image = Image.fromarray(white.astype(np.uint16) * 257) if mode == "I;16" else Image.fromarray(white).convert(mode)
    image.save(tmp_path / "0.tif")
    assert (ImageFolder(tmp_path).read(0).image == np.full((10, 12, 3), 255)).all()


def test_that_exif_orientation_is_ignored_where_that_is_asked_for(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(numbered_picture(5)).save(tmp_path / "0.jpg", exif=exif)
    source = ImageFolder(tmp_path, as_stored=True)
    assert (source.height, source.width) == (HEIGHT, WIDTH)
    assert number_in(source.read(0).image) == 5


def test_that_frames_of_another_size_are_named_with_both_sizes(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "f")
    Image.fromarray(numbered_picture(0, 50, 100)).save(folder / "00002.png")
    with pytest.raises(UserError, match=r"00002\.png' is 100x50 pixels, but '00000\.png' is 96x48"):
        open_source(folder)


def test_that_an_image_that_changes_its_size_later_is_told(tmp_path: Path) -> None:
    source = ImageFolder(make_folder(tmp_path / "f"))
    Image.fromarray(numbered_picture(0, 50, 100)).save(source.files[3])
    with pytest.raises(UserError, match="100x50"):
        source.read(3)


def test_that_an_empty_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(UserError, match="does not contain images"):
        open_source(tmp_path)


def test_that_two_files_for_one_frame_are_refused(tmp_path: Path) -> None:
    make_folder(tmp_path, suffix=".png")
    make_folder(tmp_path, suffix=".jpg")
    with pytest.raises(UserError, match="have the same name"):
        open_source(tmp_path)


@pytest.mark.parametrize("keep", [0, 30, 200])
def test_that_a_damaged_image_is_named(keep: int, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "f")
    file = folder / "00001.png"
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(UserError, match=r"00001\.png"):
        open_source(folder).read(1)


def test_that_a_folders_fingerprint_follows_its_content(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "a")
    copy = Path(shutil.copytree(folder, tmp_path / "b"))
    before = ImageFolder(folder).fingerprint()
    assert ImageFolder(copy).fingerprint() == before
    (copy / "00003.png").unlink()
    assert ImageFolder(copy).fingerprint() != before
