"""How modulators are put together (the paper's Table 3), as data.

``P`` reads the previous frame's embedding, ``C`` the reference memory, ``S`` its own input. ``2`` puts stages in
cascade, ``&`` puts modulators of one stage in parallel; a self-modulator then fuses what they say. The paper's network
is ``P2C``.
"""

from __future__ import annotations

from core.errors import UserError

TABLE_3 = ("S2S", "S2P", "P2S", "P2P", "C2S", "S2C", "C2C", "C2P", "P2C", "P&C", "P2P2P")

Stage = tuple[str, ...]
"""Modulators that work on the same input, side by side."""


def parse_assembly(text: str) -> tuple[Stage, ...]:
    """The stages of an assembly: ``"P2C"`` is ``(("P",), ("C",))``, ``"P&C"`` is ``(("P", "C"),)``.

    Raises:
        UserError: For a text that is not an assembly.
    """
    stages = tuple(tuple(stage.split("&")) for stage in text.split("2"))
    if any(kind not in ("P", "C", "S") for stage in stages for kind in stage):
        raise UserError(
            "'{text}' is not a valid assembly of modulators.",
            "Join P, C and S with 2 (cascade) or & (parallel), for example {names}.",
            text=text,
            names=", ".join(TABLE_3),
        )
    return stages
