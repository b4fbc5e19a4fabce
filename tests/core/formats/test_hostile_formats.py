"""Every field of every format with values made to do harm: a clip or a message comes of it, nothing else."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from core import formats
from core.cli import main
from core.errors import UserError
from core.types import ObjectInfo
from tests.helpers.datasets import clip_of, export

BIG = int("9" * 4000)
JSON_VALUES: tuple[Any, ...] = (
    *(None, True, -1, 2**62, BIG, 1e308, float("nan"), float("inf"), "", "\ud800\x00\x1b", "../../../etc/passwd"),
    *([], [[]], {}, [None], {"size": [2**31, 2**31], "counts": [2**62] * 4}, {"size": [6, 8], "counts": "P" * 9}),
    *(
        [[0, 0, float("nan"), 0, 5, 5]],
        [[0, 0, 1e7, 0, 1e7, 1e7]],
        [[-1e300, 0, 1e300, 0, 5, 5]],
        ["x"] * 6,
        [[{}] * 6],
    ),
)
TEXT_VALUES = (
    *(
        "",
        "-1",
        "nan",
        "inf",
        "1e308",
        "1e7",
        "9" * 5000,
        "\x00",
        "\x1b[2J",
        "../../etc",
        "=1+1",
        "x" * 70_000,
        "0,0;" * 9,
    ),
    *("4611686018427387904," * 4 + "48", "P" * 99, "\u202e", "&lt;!ENTITY", "[" * 3000, "%999999999d", '"' * 9),
)
"""Tokens of text formats and attributes of XML."""
JSON_FILES = {
    "coco": "annotations/*.json",
    "youtube-vis": "*/instances.json",
    "youtube-vos": "*/meta.json",
    "labelme": "*/*.json",
}
TEXT_FILES = {
    "mots": "instances_txt/*.txt",
    "mots-png": "instances/labels.txt",
    "yolo-seg": "labels/*/*.txt",
    "voc": "labelmap.txt",
    "davis": "ImageSets/*/*.txt",
    "masks": "objects.csv",
    "binary": "objects.csv",
}


@pytest.fixture(scope="module")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("datasets")
    labels = np.zeros((6, 8), np.uint8)
    labels[1:4, 1:4], labels[4:6, 4:7] = 1, 2
    clip = clip_of([labels, labels], [ObjectInfo(1, "a", (1, 2, 3), category="dog"), ObjectInfo(2, "b", (3, 2, 1))])
    for kind in {*JSON_FILES, *TEXT_FILES, "cvat"}:
        export(clip, kind, root / kind)
    return root


def read_all(kind: str, root: Path) -> None:
    """Everything that a dataset holds, as an import reads it."""
    reader = formats.reader(kind)
    for name in reader.sequences(root):
        clip = reader.read(root, name)
        for index in range(clip.frames.frame_count):
            assert clip.labels(index).shape == (6, 8)
        for each in clip.objects:
            assert isinstance(each.name, str) and each.name.encode() and "\x00" not in each.name
        clip.notes()


def faults(kind: str, root: Path, file: Path, contents: Iterator[bytes]) -> list[str]:
    """What escaped while the dataset was read with each content in the place of ``file``."""
    good, escaped = file.read_bytes(), []
    for number, content in enumerate(contents):
        file.write_bytes(content)
        try:
            read_all(kind, root)
        except UserError:
            pass  # said to the user
        except Exception as error:  # noqa: BLE001
            escaped.append(f"{number}: {type(error).__name__}: {str(error)[:80]}")
    file.write_bytes(good)
    return escaped


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a JSON document, of lists the first entry."""
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*path, key))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*path, 0))


def put(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy of ``document`` with another value in a place."""
    if not path:
        return value
    copied = document.copy()
    copied[path[0]] = put(document[path[0]], path[1:], value)
    return copied


@pytest.mark.parametrize("kind", JSON_FILES)
def test_that_no_value_in_json_gets_through(kind: str, datasets: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(datasets / kind, tmp_path / kind))
    file = sorted(root.glob(JSON_FILES[kind]))[0]
    document = json.loads(file.read_bytes())
    found = {}
    for path in places(document):
        spoilt = (json.dumps(put(document, path, value)).encode() for value in JSON_VALUES)
        found[path] = faults(kind, root, file, spoilt)
    assert {path: escaped for path, escaped in found.items() if escaped} == {}


@pytest.mark.parametrize("kind", [*JSON_FILES, *TEXT_FILES, "cvat"])
def test_that_no_content_of_a_file_gets_through(kind: str, datasets: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(datasets / kind, tmp_path / kind))
    pattern = {**JSON_FILES, **TEXT_FILES, "cvat": "annotations.xml"}[kind]
    file = sorted(root.glob(pattern))[0]
    good = file.read_bytes()
    contents = [
        b"",
        b"\x00" * 9,
        b"\xff\xfe",
        b"[" * 200_000,
        b"{" * 9,
        b"<a>" * 9000,
        good[: len(good) // 2],
        good * 2,
    ]
    assert faults(kind, root, file, iter(contents)) == []


@pytest.mark.parametrize("kind", TEXT_FILES)
def test_that_no_token_of_a_text_gets_through(kind: str, datasets: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(datasets / kind, tmp_path / kind))
    file = sorted(root.glob(TEXT_FILES[kind]))[0]
    tokens = re.split(r"([ ,:\n]+)", file.read_text(encoding="utf-8"))
    spoilt = (
        "".join([*tokens[:place], value, *tokens[place + 1 :]]).encode()
        for place in range(0, min(len(tokens), 28), 2)
        for value in TEXT_VALUES
    )
    assert faults(kind, root, file, spoilt) == []


def test_that_no_class_name_of_yolo_gets_through(datasets: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(datasets / "yolo-seg", tmp_path / "y"))
    lists = ("[%s]", "{0: %s}", "\n  0: %s\n", "\n- %s\n")
    spoilt = (f"names: {form % value}".encode() for value in (*TEXT_VALUES, "[" * 50_000, "'" * 9) for form in lists)
    assert faults("yolo-seg", root, root / "data.yaml", spoilt) == []


def _spoilt_xml(root: ET.Element, tag: str, change: Callable[[ET.Element], None]) -> bytes:
    copied = ET.fromstring(ET.tostring(root))
    change(next(copied.iter(tag)))
    return ET.tostring(copied)


def test_that_no_attribute_and_no_text_of_xml_gets_through(datasets: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(datasets / "cvat", tmp_path / "c"))
    file = root / "annotations.xml"
    tree = ET.fromstring(file.read_bytes())
    found = {}
    for tag in sorted({each.tag for each in tree.iter()}):
        attributes = next(tree.iter(tag)).attrib
        for name in [*attributes, None]:
            changes = (
                partial(_set, name, value)
                for value in TEXT_VALUES
                if "\x00" not in value and "\x1b" not in value and len(value) < 9000
            )
            found[tag, name] = faults("cvat", root, file, (_spoilt_xml(tree, tag, change) for change in changes))
    assert {place: escaped for place, escaped in found.items() if escaped} == {}


def _set(name: str | None, value: str, element: ET.Element) -> None:
    if name is None:
        element.text = value
    else:
        element.set(name, value)


TRACK = '<track id="0" label="a"><{0} frame="0" outside="0" {1}/></track>'
PICTURE = '<image id="0" name="00000.jpg" width="8" height="6"><{0} label="a" {1}/></image>'


def shape_document(form: str, tag: str, **attributes: str) -> bytes:
    """A file of CVAT, for video or for images, with one shape."""
    told = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return f"<annotations>{form.format(tag, told)}</annotations>".encode()


@pytest.mark.parametrize("form", [TRACK, PICTURE], ids=["video", "images"])
@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("polygon", {"points": "0,0;5,0;5,5"}),
        ("box", {"xtl": "0", "ytl": "0", "xbr": "3", "ybr": "3", "rotation": "0"}),
        ("ellipse", {"cx": "1", "cy": "1", "rx": "2", "ry": "2", "rotation": "0"}),
        ("mask", {"rle": "0, 4", "left": "0", "top": "0", "width": "2", "height": "2"}),
    ],
)
def test_that_no_shape_of_cvat_gets_through(
    form: str, tag: str, attributes: dict[str, str], datasets: Path, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(datasets / "cvat", tmp_path / "c"))
    values = ("", "nan", "inf", "-inf", "1e308", "1e7", "-1e7", "9" * 400, "9" * 5000, "4611686018427387904,48", "x")
    contents = (
        shape_document(
            form, tag, **{**attributes, name: attributes[name].replace("0", value, 1) if tag == "polygon" else value}
        )
        for name in attributes
        for value in values
    )
    (root / "annotations.xml").write_bytes(shape_document(form, tag, **attributes))
    read_all("cvat", root)
    assert faults("cvat", root, root / "annotations.xml", contents) == []


@pytest.mark.parametrize("words", [["convert", "--to", "csv", "--out", "out"], ["import", "--out", "new.rpcm"]])
def test_that_the_commands_say_what_is_wrong(
    words: list[str],
    datasets: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    root = Path(shutil.copytree(datasets / "coco", tmp_path / "coco"))
    (file,) = root.glob("annotations/*.json")
    document = json.loads(file.read_bytes())
    polygon = [[0, 0, float("nan"), 0, 5, 5]]
    file.write_text(json.dumps(put(document, ("annotations", 0, "segmentation"), polygon)))
    assert main([words[0], str(root), *words[1:]]) == 2
    assert "finite" in capsys.readouterr().err
