"""Training data: the layouts that are read, what is wrong with them, projects, and packs."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from core.cli import main
from core.errors import UserError
from core.masks.labels import object_ids
from core.masks.png import read_label_map
from core.project.store import ProjectStore, SourceReference
from core.training.data.clips import ClipMaker, Mixture
from core.training.data.datasets import find_videos, long_enough, require_length
from core.training.data.footage import (
    ClipSource,
    Draw,
    Generated,
    LabelledFrames,
    Mixed,
    Stills,
    UnclippedFrames,
    Video,
    Videos,
    read_mask,
)
from core.training.data.pack import unpack, write_pack
from core.training.material import Material, gather, known_labels, unpack_project
from core.types import VOID, BoolArray, FrameResult, ObjectInfo, PoolSummary, UInt8Array, read_only
from core.video.source import open_source
from tests.helpers.training import discs, write_davis, write_mask, write_stills, write_video, write_youtube_vos


def test_that_davis_2017_is_read_by_its_list(tmp_path: Path) -> None:
    write_davis(tmp_path, ["one", "two"])
    (tmp_path / "ImageSets" / "2017" / "train.txt").write_text("two\n")
    (video,) = find_videos(tmp_path)
    assert (video.name, len(video)) == ("two", 6)
    image, labels = video.read(2)
    assert image.shape == (72, 96, 3)
    assert (labels == discs(72, 96, [(1, 38)])).all()


def test_that_davis_2016_lists_pairs_of_files(tmp_path: Path) -> None:
    write_davis(tmp_path)
    (tmp_path / "ImageSets" / "2017" / "train.txt").unlink()
    lines = [f"/JPEGImages/480p/one/{t:05d}.jpg /Annotations/480p/one/{t:05d}.png" for t in range(6)]
    (tmp_path / "ImageSets" / "480p").mkdir()
    (tmp_path / "ImageSets" / "480p" / "train.txt").write_text("\n".join(lines))
    assert [video.name for video in find_videos(tmp_path)] == ["one"]


def test_that_any_folder_in_that_layout_will_do(tmp_path: Path) -> None:
    write_video(tmp_path / "JPEGImages" / "mine", tmp_path / "Annotations" / "mine", 5)
    assert [(video.name, len(video)) for video in find_videos(tmp_path)] == [("mine", 5)]


def test_that_youtube_vos_has_sparse_masks_and_objects_that_enter_later(tmp_path: Path) -> None:
    first, second = find_videos(write_youtube_vos(tmp_path))
    assert (first.name, len(first), len(second)) == ("aa", 5, 6)
    assert [object_ids(first.read(index)[1]) for index in range(5)] == [(1,), (1,), (1, 2), (1, 2), (1, 2)]
    assert first.categories == {"ape", "frog"}
    assert find_videos(tmp_path / "train") == [first, second]
    assert [video.name for video in find_videos(tmp_path, unseen=["frog"])] == ["bb"]
    with pytest.raises(UserError, match="no video to train on"):
        find_videos(tmp_path, unseen=["frog", "boat"])


def test_that_a_mask_with_a_forgotten_colour_is_named(tmp_path: Path) -> None:
    write_youtube_vos(tmp_path)
    write_mask(tmp_path / "train" / "Annotations" / "bb" / "00002.png", discs(72, 96, [(1, 40), (3, 80)]))
    video = find_videos(tmp_path)[1]
    with pytest.raises(UserError, match=r"00002.png' shows object 3, which meta.json does not list"):
        video.read(2)


def test_that_a_colour_which_is_no_id_is_named(tmp_path: Path) -> None:
    write_davis(tmp_path)
    colours = np.zeros((72, 96, 3), np.uint8)
    colours[10:30, 10:30], colours[40:60, 10:30] = (128, 0, 0), (12, 34, 56)
    path = tmp_path / "Annotations" / "480p" / "one" / "00001.png"
    Image.fromarray(colours).save(path)
    with pytest.raises(UserError, match=r"00001.png' has 2 colours, but 1 of them .*#0c2238"):
        find_videos(tmp_path)[0].read(1)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda root: (root / "Annotations/480p/one/00003.png").unlink(), r"one .* 6 frames and 5 masks"),
        (lambda root: (root / "JPEGImages/480p/one/00003.jpg").unlink(), r"one .* 5 frames and 6 masks"),
        (lambda root: (root / "ImageSets/2017/train.txt").rename(root / "ImageSets/2017/val.txt"), "with --split: val"),
        (lambda root: (root / "JPEGImages").rename(root / "images"), "no folder .*JPEGImages"),
    ],
)
def test_that_data_which_is_not_what_it_says_is_named(tmp_path: Path, spoil: object, told: str) -> None:
    assert callable(spoil)
    spoil(write_davis(tmp_path))
    with pytest.raises(UserError, match=told):
        find_videos(tmp_path)


def test_that_a_broken_list_of_objects_is_named(tmp_path: Path) -> None:
    write_youtube_vos(tmp_path)
    for text in ("{", "[]", '{"videos": {"aa": {}}}'):
        (tmp_path / "train" / "meta.json").write_text(text)
        with pytest.raises(UserError, match=r"is not the meta.json of a YouTube-VOS"):
            find_videos(tmp_path)


def test_that_videos_shorter_than_a_clip_are_named_or_left_out(tmp_path: Path) -> None:
    videos = find_videos(write_youtube_vos(tmp_path))
    require_length(videos, 5)
    with pytest.raises(UserError, match=r"fewer than 6 annotated frames.* aa \(5\)"):
        require_length(videos, 6)
    assert [video.name for video in long_enough(videos, 6)] == ["bb"]
    with pytest.raises(UserError, match=r"aa \(5\), bb \(6\)"):
        long_enough(videos, 7)


def places(footage: LabelledFrames) -> list[int]:
    """The column of the disc in each frame."""
    return [int(np.flatnonzero((labels == 1).any(0)).mean()) for labels in footage.labels]


def test_that_frames_come_in_order_with_a_reference_from_anywhere(tmp_path: Path) -> None:
    write_video(tmp_path / "JPEGImages" / "a", tmp_path / "Annotations" / "a", 12)
    source = Videos(find_videos(tmp_path))
    directions, references = set(), set()
    for seed in range(40):
        found = places(source.sample(np.random.default_rng(seed), Draw(length=4, gap=2, reference=True)))
        steps = np.diff(found[1:]) // 4
        assert set(np.abs(steps)) <= {1, 2}
        assert len(set(np.sign(steps))) == 1
        directions.add(int(np.sign(steps[0])))
        references.add(found[0])
    assert directions == {-1, 1}
    assert len(references) > 5


def test_that_compact_clips_keep_several_objects_of_a_video(tmp_path: Path) -> None:
    maker = ClipMaker(Videos(find_videos(write_youtube_vos(tmp_path))), None)
    clips = [maker.draw(np.random.default_rng(s), Mixture(size=64, length=3, paste=0.0)) for s in range(20)]
    assert {clip.objects for clip in clips} == {1, 2}
    for clip in clips:
        assert set(object_ids(clip.labels)) == set(range(1, clip.objects + 1)), "an object without reference is left"


def test_that_sources_are_mixed_by_their_shares(tmp_path: Path) -> None:
    write_stills(tmp_path / "s")
    write_davis(tmp_path / "d")
    mixed = Mixed([Stills(tmp_path / "s"), Videos(find_videos(tmp_path / "d"))], [2, 1])
    still = [mixed.sample(np.random.default_rng(seed), Draw(2)).still for seed in range(90)]
    assert 45 < sum(still) < 75


def test_that_generated_scenes_move_and_depend_on_the_seed() -> None:
    source: ClipSource = Generated(height=48)
    one, same, other = (source.sample(np.random.default_rng(seed), Draw(3)) for seed in (3, 3, 4))
    assert (one.images[1] == same.images[1]).all()
    assert not (one.images[1] == other.images[1]).all()
    assert not one.still
    assert object_ids(np.stack(one.labels))


def test_that_frames_of_a_short_video_become_stills(tmp_path: Path) -> None:
    write_davis(tmp_path)
    source = UnclippedFrames(find_videos(tmp_path))
    footage = source.sample(np.random.default_rng(0), Draw(3))
    assert (len(source), footage.still, len(footage.images)) == (6, True, 3)


def test_that_palette_masks_of_stills_are_read_by_index(tmp_path: Path) -> None:
    mask = discs(20, 30, [(1, 10)])
    write_mask(tmp_path / "m.png", mask, [0, 0, 0, 128, 0, 0])
    assert (read_mask(tmp_path / "m.png") == mask).all()


def box(top: int, left: int) -> BoolArray:
    mask = np.zeros((72, 96), np.bool_)
    mask[top : top + 20, left : left + 20] = True
    return mask


def prediction(run_id: int, index: int, labels: UInt8Array) -> FrameResult:
    return FrameResult(
        run_id=run_id,
        index=index,
        object_ids=object_ids(labels),
        labels=read_only(labels),
        scores=dict.fromkeys(object_ids(labels), 0.9),
        entropy=read_only(np.zeros((72, 96), np.float16)),
        reliability=read_only(np.full((72, 96), 255, np.uint8)),
        unsure_share=0.0,
        pool=PoolSummary((0,), 10),
        seconds={},
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Ten frames: 0 drawn, 1 to 9 predicted (objects 1 and 2), 4 reviewed, 6 with object 1 drawn again."""
    write_video(tmp_path / "frames", tmp_path / "unused", 10)
    path = tmp_path / "my shoot.rpcm"
    with open_source(tmp_path / "frames") as source:
        reference = SourceReference(tmp_path / "frames", source.fingerprint(), 10, 72, 96, 24.0)
    store = ProjectStore.create(path, reference)
    for number in (1, 2):
        store.objects.add(ObjectInfo(number, f"object {number}", (number, 0, 0)))
    store.set_annotations(0, {1: box(0, 0), 2: box(40, 40)})
    run = store.begin_run({})
    for index in range(1, 10):
        labels = np.zeros((72, 96), np.uint8)
        labels[box(0, index)], labels[box(40, 40)] = 1, 2
        store.add_prediction(prediction(run, index, labels))
    store.set_reviewed(4, True)
    store.set_annotations(6, {1: box(10, 6)})
    store.close()
    return path


def test_that_what_only_a_run_said_is_void(project: Path) -> None:
    store = ProjectStore.open(project, read_only=True)
    labels = known_labels(store, 6)
    reviewed = known_labels(store, 4)
    store.close()
    assert (labels[box(10, 6)] == 1).all()
    assert (labels[box(40, 40)] == VOID).all()
    assert not (labels[:10] == 1).any(), "what a person replaced came back"
    assert (labels != 0).sum() == 800
    assert object_ids(reviewed) == (1, 2)


def test_that_a_project_gives_its_annotated_and_reviewed_frames(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "run" / "projects"
    for _ in range(2):
        assert unpack_project(project, root) == "my_shoot"
    (video,) = find_videos(root)
    assert [path.stem for path in video.frames] == ["000000", "000004", "000006"]
    with open_source(tmp_path / "frames") as source:
        close = np.abs(video.read(1)[0].astype(int) - source.read(4).image)
    assert close.mean() < 8


def test_that_a_project_is_trained_on(project: Path, tmp_path: Path) -> None:
    command = ["train", "--from-project", str(project), "--clips", "1", "--size", "64", "--late-size", "64"]
    command += ["--steps", "2", "--late-length", "3", "--out", str(tmp_path / "run"), "--workers", "0"]
    assert main(command) == 0
    assert (tmp_path / "run" / "rpcm-compact.safetensors").is_file()


def test_that_a_project_with_few_frames_gives_stills_and_an_empty_one_is_told(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sources = gather(Material(projects=(project,)), tmp_path / "run", 5)
    assert (sources.moving, len(sources.stills or ())) == (None, 3)
    assert "my_shoot (3)" in caplog.text
    store = ProjectStore.open(project)
    store.set_annotations(0, {1: None, 2: None})
    store.set_annotations(6, {1: None})
    store.set_reviewed(4, False)
    store.close()
    with pytest.raises(UserError, match="no annotated or reviewed frame"):
        gather(Material(projects=(project,)), tmp_path / "run", 5)


def test_that_a_pack_holds_everything_and_stays_small(tmp_path: Path) -> None:
    write_davis(tmp_path / "davis", ["one", "two"])
    write_youtube_vos(tmp_path / "vos")
    write_stills(tmp_path / "stills")
    path = tmp_path / "data.tar"
    command = ["train", "--data", str(tmp_path / "davis"), str(tmp_path / "vos"), "--stills", str(tmp_path / "stills")]
    assert main([*command, "--write-pack", str(path), "--pack-mib", "0.2"]) == 0
    assert path.stat().st_size <= 0.2 * 2**20
    sources = gather(Material(pack=path), tmp_path / "run", 5)
    assert isinstance(sources.moving, Mixed)
    (videos,) = sources.moving.sources
    assert isinstance(videos, Videos)
    assert [(video.name, len(video)) for video in videos.videos] == [
        ("0000-one", 6), ("0001-two", 6), ("0002-aa", 5), ("0003-bb", 6),
    ]  # fmt: skip
    assert (videos.videos[2].read(2)[1] == discs(72, 96, [(1, 26), (2, 70)])).all()
    assert sources.stills is not None


def test_that_a_pack_gives_way_to_its_budget(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    image, labels = rng.integers(0, 255, (600, 800, 3), dtype=np.uint8), discs(600, 800, [(1, 400), (2, 100)])
    cv2.imwrite(str(tmp_path / "f.jpg"), image, [cv2.IMWRITE_JPEG_QUALITY, 95])
    write_mask(tmp_path / "m.png", labels)
    video = Video("noise", (tmp_path / "f.jpg",) * 3, (tmp_path / "m.png",) * 3)
    roomy = write_pack([video], None, tmp_path / "a.tar", 3 * 2**20)
    tight = write_pack([video], None, tmp_path / "b.tar", 200_000)
    assert roomy.short_side == 480
    assert tight.short_side < roomy.short_side
    assert tight.size == (tmp_path / "b.tar").stat().st_size <= 200_000
    unpack(tmp_path / "b.tar", tmp_path / "u")
    (packed,) = (tmp_path / "u" / "videos" / "Annotations").iterdir()
    assert object_ids(read_label_map(next(packed.iterdir()))) == (1, 2)
    with pytest.raises(UserError, match="do not fit into"):
        write_pack([video], None, tmp_path / "c.tar", 20_000)
    assert not (tmp_path / "c.tar").exists()


def test_that_what_is_no_pack_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.tar").write_text("no archive")
    with pytest.raises(UserError, match="damaged or not a pack"):
        unpack(tmp_path / "text.tar", tmp_path / "u")
    with tarfile.open(tmp_path / "other.tar", "w") as archive:
        archive.addfile(tarfile.TarInfo("readme"), io.BytesIO())
    with pytest.raises(UserError, match="not a pack of training data"):
        unpack(tmp_path / "other.tar", tmp_path / "u")
    with pytest.raises(UserError, match="does not exist"):
        unpack(tmp_path / "none.tar", tmp_path / "u")
    assert not (tmp_path / "u").exists()
