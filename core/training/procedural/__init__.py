"""Clips drawn by formula, with exact masks: the bundled sample, and endless training clips from a seed.

Articulated, deforming, textured bodies walk, roll and fly through a landscape seen by a moving camera. Everything is
placed in metres in front of a pinhole camera, so parallax, sizes and occlusions agree with each other.
"""

from core.training.procedural.clip import render_clip, render_frame, render_scene
from core.training.procedural.random_scene import Scene, random_scene

__all__ = ["Scene", "random_scene", "render_clip", "render_frame", "render_scene"]
