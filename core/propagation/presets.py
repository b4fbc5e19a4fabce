"""Settings by name."""

from __future__ import annotations

from core.types import PropagationSettings

PAPER = PropagationSettings(tau=5, alpha=1.0, entropy_unit="nats", pool_budget=None, pool_pixels=None)
"""As the paper's reference computes: entropy in nats against 1.0 and a pool that keeps every frame."""
