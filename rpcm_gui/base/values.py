"""What the session tells the views: frozen values, without behaviour and without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["info", "warning", "error"]

DEVICES: tuple[str, ...] = ("auto", "cpu", "cuda", "mps")
"""Devices that can be asked for; whether one is there is found out when it is first used."""


@dataclass(frozen=True, slots=True)
class Message:
    """A line for the message bar: ``text`` says what happened, ``hint`` what the user can do (may be empty).

    Where one click does it, ``action`` is the id of the action and ``label`` what its button says.
    """

    level: Level
    text: str
    hint: str = ""
    action: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class FrameSummary:
    """What the timeline shows of one frame.

    Attributes:
        annotated: The user drew masks here.
        reviewed: The user said that the frame is done; no run changes it.
        predicted: An active run has a result here.
        unsure_share: Share of unsure pixels of the newest active prediction, 0..1 (0 where there is none).
    """

    annotated: bool = False
    reviewed: bool = False
    predicted: bool = False
    unsure_share: float = 0.0


@dataclass(frozen=True, slots=True)
class QueuedRun:
    """A run that waits for its turn: ``number`` names it, ``text`` says what it will do."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class MemoryUse:
    """Bytes in use on the device of a run, all that it has (0: unknown), and those that the patch pool takes."""

    used: int
    total: int
    pool: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunState:
    """How the propagation stands.

    Attributes:
        running: From the request until the worker's last word, loading the network included.
        run_id: Id of the run in the project, 0 before the first.
        done: Frames finished so far.
        total: Frames that the run has to fill.
        fps: Frames per second, moving average; 0 before the second result.
        seconds_left: Estimate of the time left in seconds; 0 when unknown.
        frame: Index of the newest result, -1 before the first.
        device: Where it runs, for example ``"cpu"``; the wish (``"auto"``) until the worker has answered.
        text: One line for the panel.
        paused: It rests between two frames until it is told to go on, or to stop.
        pool_frames: How many frames the patch pool held for the newest result.
        memory: What the run takes; None until its device has said so.
        queue: The runs that wait, the next one first.
    """

    running: bool = False
    run_id: int = 0
    done: int = 0
    total: int = 0
    fps: float = 0.0
    seconds_left: float = 0.0
    frame: int = -1
    device: str = "auto"
    text: str = ""
    paused: bool = False
    pool_frames: int = 0
    memory: MemoryUse | None = None
    queue: tuple[QueuedRun, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JobState:
    """How a job (an export) stands; a ``total`` of 0 cannot be counted, ``seconds_left`` 0 is not known."""

    running: bool = False
    title: str = ""
    done: int = 0
    total: int = 0
    seconds_left: float = 0.0


@dataclass(frozen=True, slots=True)
class AdaptState:
    """What the network was fine-tuned on: so many ``frames``, with J 0..1 on them before and after; runs may use it."""

    used: bool
    frames: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class BugReport:
    """An error that nobody foresaw: ``title`` in one line, ``details`` to be copied into a report (traceback)."""

    title: str
    details: str
