"""How the C library keeps freed memory: few arenas, and nothing kept once it was asked to give it back."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="arenas are those of glibc")

COUNTING = """
import ctypes, threading
from core.machine import give_freed_memory_back, keep_freed_memory

library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.free.argtypes = (ctypes.c_void_p,)

class Malloc(ctypes.Structure):
    _fields_ = [(str(number), ctypes.c_size_t) for number in range(10)]

def arenas():
    library.open_memstream.restype = ctypes.c_void_p
    text, size = ctypes.c_char_p(), ctypes.c_size_t()
    stream = ctypes.c_void_p(library.open_memstream(ctypes.byref(text), ctypes.byref(size)))
    library.malloc_info(0, stream)
    library.fclose(stream)
    return text.value.count(b"<heap nr=")

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096

def work():
    # Pieces below the size that is mapped apart; every tenth stays in use and pins what is free around it.
    pieces = [library.malloc(300_000) for _ in range(100)]
    for piece in pieces:
        ctypes.memset(piece, 1, 300_000)
    ready.wait()
    for number, piece in enumerate(pieces):
        if number % 10:
            library.free(piece)

ready = threading.Barrier(10)
"""


def output(program: str) -> list[int]:
    """The numbers that a program in a process of its own prints."""
    done = subprocess.run([sys.executable, "-c", COUNTING + program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [int(word) for word in done.stdout.split()]


def test_that_ten_threads_share_four_arenas() -> None:
    program = """
threads = [threading.Thread(target=work) for _ in range(10)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(arenas())
"""
    assert output(f"keep_freed_memory(){program}") == [4]
    (by_default,) = output(program)
    assert by_default > 4, "or the limit shows nothing"


def test_that_what_threads_freed_goes_back_to_the_system() -> None:
    program = """
keep_freed_memory()
threads = [threading.Thread(target=work) for _ in range(10)]
for thread in threads: thread.start()
for thread in threads: thread.join()
kept = resident()
give_freed_memory_back()
print(kept, resident())
"""
    kept, left = output(program)
    assert kept - left > 150_000_000, "of 270 MB that were freed"


@pytest.mark.parametrize("start", ["rpcm_gui.__main__", "core.cli"])
def test_that_programs_limit_arenas_before_anything_can_have_a_thread(start: str) -> None:
    program = f"""
import sys
import core.machine as memory
seen = []
memory.keep_freed_memory = lambda: seen.append(set(sys.modules) & {{"numpy", "torch", "PySide6.QtCore", "cv2"}})
from {start} import main
try:
    main(["--help"])
except SystemExit:
    pass
sys.stdout.flush()
print("\\n", len(seen), len(seen[0]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.split()[-2:] == ["1", "0"], done.stderr
