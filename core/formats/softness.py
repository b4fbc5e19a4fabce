"""Soft masks of a project: probabilities worked out from what a run left behind.

A project keeps a run's decision and the entropy of it, not the probabilities themselves. Where two classes compete, as
along nearly every edge, the entropy tells how much each of them has: h(p) = -p ln p - (1 - p) ln(1 - p) has one
solution p >= 1/2. That much goes to the class that won, the rest to the nearest other one. Where three or more compete
the winner gets at least one half all the same.
"""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
import numpy.typing as npt

from core.project.store import ProjectStore
from core.types import BACKGROUND, VOID, BoolArray, Float32Array, UInt8Array, read_only

_STEPS = 4096
_HALF, _ALL = 128, 255


def probabilities(store: ProjectStore, index: int) -> Mapping[int, UInt8Array] | None:
    """Per object of the project a soft mask (H, W) of frame ``index``, 255 standing for 1; None without any run.

    What a person drew, and where a person's word changed what the run said, is 0 or 255.
    """
    run, entropy = store.view.run(index), store.effective_entropy(index)
    if run is None or entropy is None:
        return None
    labels = store.effective_labels(index)
    drawn = [*store.annotations.counts(index), VOID]
    rival = nearest_other(labels)
    soft = (labels == store.view.predicted_labels(index)) & ~np.isin(labels, drawn) & ~np.isin(rival, drawn)
    own = np.where(soft, winners_share(_in_nats(entropy.astype(np.float32), len(store.runs.scores(index, run)))), _ALL)
    return {each.id: _mask(labels, rival, own, each.id) for each in store.objects.all()}


def _in_nats(entropy: Float32Array, objects: int) -> Float32Array:
    """Runs store the normalised entropy, 0..1; one above 1 can only be in nats already."""
    return entropy if entropy.max(initial=0) > 1 else entropy * np.float32(np.log(objects + 1))


def winners_share(nats: Float32Array) -> npt.NDArray[np.int64]:
    """Share of the winning class, 128..255 standing for 1/2..1, where two compete with an entropy of ``nats``."""
    share = np.linspace(0.5, 1 - 1e-7, _STEPS)
    entropy = -share * np.log(share) - (1 - share) * np.log1p(-share)
    found = np.interp(nats, entropy[::-1], share[::-1])
    return np.maximum(np.rint(found * _ALL), _HALF).astype(np.int64)


def nearest_other(labels: UInt8Array) -> UInt8Array:
    """(H, W): the label of the nearest pixel that has another one; the own label where there is no other."""
    nearest = labels.copy()
    for value in np.unique(labels):
        inside: BoolArray = labels == value
        if inside.all():
            continue
        _, place = cv2.distanceTransformWithLabels(
            inside.view(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
        )
        label_of = np.zeros(int(place.max()) + 1, np.uint8)
        label_of[place[~inside]] = labels[~inside]
        nearest[inside] = label_of[place[inside]]
    return nearest


def _mask(labels: UInt8Array, rival: UInt8Array, own: npt.NDArray[np.int64], object_id: int) -> UInt8Array:
    share = np.where(labels == object_id, own, np.where(rival == object_id, _ALL - own, BACKGROUND))
    return read_only(share.astype(np.uint8))
