"""Names of the parameters in checkpoints of the paper's reference implementation, as data.

Each rule turns the beginning of one of our names into the reference's; rules apply in order, each at most once, and
the first that fits a part of the name is the one for it. Some of the reference's tensors carry two names there.
"""

from __future__ import annotations

import re

_HEAD = "dynamic_seghead."
_ENCODER = "feature_extracter."

# Whole prefixes, longest first.
_PREFIXES: tuple[tuple[str, str], ...] = (
    (r"^background_bias$", "bg_bias"),
    (r"^object_bias$", "fg_bias"),
    (r"^prehead\.", "dynamic_prehead."),
    (r"^embedding\.depthwise\.conv", "seperate_conv"),
    (r"^embedding\.depthwise\.norm", "bn1"),
    (r"^embedding\.pointwise\.conv", "embedding_conv"),
    (r"^embedding\.pointwise\.norm", "bn2"),
    (r"^encoder\.backbone\.stem\.(conv|norm)", _ENCODER + r"backbone.\g<1>1"),
    (r"^encoder\.backbone\.stages\.(\d+)", _ENCODER + r"backbone.layer<\1>"),
    (r"^encoder\.aspp\.branches\.(\d+)\.conv", _ENCODER + r"aspp.aspp<\1>.atrous_conv"),
    (r"^encoder\.aspp\.branches\.(\d+)\.norm", _ENCODER + r"aspp.aspp<\1>.bn"),
    (r"^encoder\.aspp\.pool\.conv", _ENCODER + "aspp.global_avg_pool.1"),
    (r"^encoder\.aspp\.pool\.norm", _ENCODER + "aspp.global_avg_pool.2"),
    (r"^encoder\.aspp\.fuse\.(conv|norm)", _ENCODER + r"aspp.\g<1>1"),
    (r"^encoder\.low\.(conv|norm)", _ENCODER + r"decoder.\g<1>1"),
    (r"^encoder\.refine\.0\.conv", _ENCODER + "decoder.last_conv.0"),
    (r"^encoder\.refine\.0\.norm", _ENCODER + "decoder.last_conv.1"),
    (r"^encoder\.refine\.1\.conv", _ENCODER + "decoder.last_conv.4"),
    (r"^encoder\.refine\.1\.norm", _ENCODER + "decoder.last_conv.5"),
    (r"^memory_encoder\.fine\.0\.gate", _HEAD + "IA1"),
    (r"^memory_encoder\.fine\.1\.gate", _HEAD + "IA2"),
    (r"^memory_encoder\.fine\.(\d+)\.block", _HEAD + r"layer<\1>"),
    (r"^memory_encoder\.coarse\.0\.gate", _HEAD + "IA3"),
    (r"^memory_encoder\.coarse\.1\.gate", _HEAD + "IA4"),
    (r"^memory_encoder\.coarse\.2\.gate", _HEAD + "IA5"),
    (r"^memory_encoder\.coarse\.0\.block", _HEAD + "layer3"),
    (r"^memory_encoder\.coarse\.1\.block", _HEAD + "layer4"),
    (r"^memory_encoder\.coarse\.2\.block", _HEAD + "layer5"),
    (r"^memory_encoder\.gate", _HEAD + "IA9"),
    (r"^memory_encoder\.aspp\.branches\.(\d+)\.gct", _HEAD + r"ASPP.aspp<\1>.GCT"),
    (r"^memory_encoder\.aspp\.branches\.(\d+)\.layer\.conv", _HEAD + r"ASPP.aspp<\1>.atrous_conv"),
    (r"^memory_encoder\.aspp\.branches\.(\d+)\.layer\.norm", _HEAD + r"ASPP.aspp<\1>.bn"),
    (r"^memory_encoder\.aspp\.pool", _HEAD + "ASPP.global_avg_pool.1"),
    (r"^memory_encoder\.aspp\.fuse\.gct", _HEAD + "ASPP.GCT"),
    (r"^memory_encoder\.aspp\.fuse\.layer\.(conv|norm)", _HEAD + r"ASPP.\g<1>1"),
    (r"^assembly\.modulators\.(\d+)\.steps\.(\d+)\.gate", _HEAD + r"M<\1>_Reweight_Layer_<\2>"),
    (r"^assembly\.modulators\.(\d+)\.steps\.(\d+)\.block", _HEAD + r"M<\1>_Bottleneck_<\2>"),
    (r"^decoder\.skip\.gct", _HEAD + "GCT_sc"),
    (r"^decoder\.skip\.layer\.(conv|norm)", _HEAD + r"\1_sc"),
    (r"^decoder\.refine\.0\.gate", _HEAD + "IA10"),
    (r"^decoder\.refine\.1\.gate", _HEAD + "IA11"),
    (r"^decoder\.refine\.(\d+)\.layer\.(conv|norm)", _HEAD + r"\2<\1>"),
    (r"^decoder\.foreground", _HEAD + "IA_final_fg"),
    (r"^decoder\.background", _HEAD + "IA_final_bg"),
)

# Parts inside a block, wherever it stands.
_PARTS: tuple[tuple[str, str], ...] = (
    (r"\.gct\.", ".GCT1."),
    (r"\.reduce\.(conv|norm)\.", r".\g<1>1."),
    (r"\.spatial\.(conv|norm)\.", r".\g<1>2."),
    (r"\.expand\.(conv|norm)\.", r".\g<1>3."),
    (r"\.shortcut\.conv\.", ".downsample.0."),
    (r"\.shortcut\.norm\.", ".downsample.1."),
    (r"\.linear\.", ".IA."),
    (r"\bnorm(?=[\d_.<])", "bn"),
)

# Numbers that we count from 0 and the reference from 1 stand in angle brackets until the end.
_COUNTED = re.compile(r"<(\d+)>")

_MOBILE_BLOCK = re.compile(r"^encoder\.backbone\.blocks\.(\d+)\.(expand|depthwise|project)\.(conv|norm)\.(\w+)$")
_MOBILE_STEM = re.compile(r"^encoder\.backbone\.stem\.(conv|norm)\.(\w+)$")
_MOBILE_PLACES = {"expand": 0, "depthwise": 3, "project": 6}
_SECOND = {"conv": 0, "norm": 1}

_EMBEDDING_ALIASES = {
    "seperate_conv.": "semantic_embedding.0.",
    "bn1.": "semantic_embedding.1.",
    "embedding_conv.": "semantic_embedding.3.",
    "bn2.": "semantic_embedding.4.",
}
# Slices of the mobilenet under which the reference registers its blocks a second and a third time.
_MOBILE_SLICES = {
    "low_level_features": range(4),
    "high_level_features": range(4, 18),
    "feautre_8x": range(4, 7),
    "feature_16x": range(7, 14),
    "feature_32x": range(14, 18),
}


def reference_name(name: str, mobilenet: bool = False) -> str:
    """The reference's name of our parameter ``name``."""
    special = _mobile_name(name) if mobilenet else None
    if special is not None:
        return special
    for pattern, replacement in _PREFIXES:
        name, found = re.subn(pattern, replacement, name)
        if found:
            break
    for pattern, replacement in _PARTS:
        name = re.sub(pattern, replacement, name)
    return _COUNTED.sub(lambda number: str(int(number[1]) + 1), name)


def other_names(name: str) -> list[str]:
    """Further names under which the reference stores the tensor that it calls ``name``."""
    aliases = [other + name[len(own) :] for own, other in _EMBEDDING_ALIASES.items() if name.startswith(own)]
    block = re.match(rf"^{re.escape(_ENCODER)}backbone\.features\.(\d+)\.(.+)$", name)
    if block:
        slices = [s for s, blocks in _MOBILE_SLICES.items() if int(block[1]) in blocks]
        aliases += [f"{_ENCODER}backbone.{s}.{block[1]}.{block[2]}" for s in slices]
    return aliases


def _mobile_name(name: str) -> str | None:
    stem = _MOBILE_STEM.match(name)
    if stem:
        return f"{_ENCODER}backbone.features.0.{_SECOND[stem[1]]}.{stem[2]}"
    block = _MOBILE_BLOCK.match(name)
    if block is None:
        return None
    number = int(block[1]) + 1
    # The first block does not expand, so everything in it stands three places earlier.
    place = _MOBILE_PLACES[block[2]] - (3 if number == 1 else 0) + _SECOND[block[3]]
    return f"{_ENCODER}backbone.features.{number}.conv.{place}.{block[4]}"
