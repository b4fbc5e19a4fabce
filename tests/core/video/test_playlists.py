"""Files that lead to other files are not opened as videos."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from core.errors import UserError
from core.video.source import open_source
from tests.helpers.media import make_video, numbered_picture

SESSION = (
    "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n"
)

PLAYLISTS = {
    "list.m3u8": "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:9\n#EXTINF:5.0,\nsecret.ts\n#EXT-X-ENDLIST\n",
    "list.ffconcat": "ffconcat version 1.0\nfile secret.ts\n",
    "list.mp4": "ffconcat version 1.0\nfile secret.ts\n",
    "list.sdp": SESSION,
}


@pytest.mark.parametrize("name", PLAYLISTS)
def test_that_a_list_of_other_files_is_refused(name: str, tmp_path: Path) -> None:
    make_video(tmp_path / "secret.ts")
    (tmp_path / name).write_text(PLAYLISTS[name])
    with pytest.raises(UserError, match="such as a playlist") as caught:
        open_source(tmp_path / name)
    assert name in caught.value.message and caught.value.hint


def test_that_a_manifest_of_dash_is_refused(tmp_path: Path) -> None:
    make_video(tmp_path / "secret.mp4")
    base = "<BaseURL>secret.mp4</BaseURL>"
    representation = f'<Representation id="1" mimeType="video/mp4" bandwidth="1">{base}</Representation>'
    (tmp_path / "list.mpd").write_text(
        '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static">'
        f"<Period><AdaptationSet>{representation}</AdaptationSet></Period></MPD>"
    )
    with pytest.raises(UserError, match="is not a video"):
        open_source(tmp_path / "list.mpd")


def test_that_a_name_is_no_pattern_of_names(tmp_path: Path) -> None:
    # .jps is an ending of pictures that FFmpeg takes for a pattern and this program does not.
    for name in ("f000.jps", "f001.jps", "f%03d.jps"):
        Image.fromarray(numbered_picture(0)).save(tmp_path / name, format="JPEG")
    with pytest.raises(UserError, match="such as a playlist"):
        open_source(tmp_path / "f%03d.jps")


@pytest.mark.parametrize("ending", ["mkv", "ts", "flv", "webm.mkv", "mpg", "mov"])
def test_that_files_with_their_own_pictures_are_opened(ending: str, tmp_path: Path) -> None:
    codec = "mpeg2video" if ending == "mpg" else "libx264"
    with open_source(make_video(tmp_path / f"clip.{ending}", codec=codec)) as source:
        assert source.frame_count == 40
