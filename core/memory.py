"""Running out of memory, whichever library says so."""

from __future__ import annotations

from core.errors import UserError

_PHRASES = (
    "out of memory",
    "not enough memory",
    "n't allocate memory",
    "cannot allocate memory",
    "unable to allocate",
    "failed to allocate",
    "insufficient memory",
    "bad_alloc",
    "defaultcpuallocator",
    "could not create a primitive",
    "could not create a memory",
    "can't start new thread",
)
"""What the allocators of torch, oneDNN, OpenCV and the system write; none of them has an exception of its own."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether ``error`` says that memory, of the computer or of a device, was not enough."""
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError":
        return True
    from_library = isinstance(error, RuntimeError | OSError) or type(error).__module__ == "cv2"
    return from_library and any(phrase in str(error).lower() for phrase in _PHRASES)


def out_of_memory() -> UserError:
    """What to say then."""
    return UserError(
        "There was not enough memory to go on.",
        "Close other programs, or use a smaller or shorter video (--range, --resize); what was finished is kept.",
    )
