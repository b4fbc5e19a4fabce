"""What the C library is told of memory that frames free: seen in a process of its own, for it cannot be taken back."""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import ctypes, json, re, sys, threading
sys.path.insert(0, ROOT)
from core.machine import keep_freed_memory

class Info(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in
        ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")]

libc = ctypes.CDLL(None)
libc.mallinfo2.restype = Info
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
libc.fopen.restype, libc.fclose.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
libc.malloc_info.argtypes = [ctypes.c_int, ctypes.c_void_p]

if sys.argv[1] == "kept":
    keep_freed_memory()
mapped = libc.mallinfo2().hblks
block = libc.malloc(16 * 2**20)
mapped = libc.mallinfo2().hblks - mapped
libc.free(block)
kept = libc.mallinfo2().keepcost
barrier = threading.Barrier(12)
def work():
    libc.malloc(1000)
    barrier.wait()
threads = [threading.Thread(target=work) for _ in range(12)]
for thread in threads: thread.start()
for thread in threads: thread.join()
file = libc.fopen(sys.argv[2].encode(), b"w")
libc.malloc_info(0, file)
libc.fclose(file)
arenas = len(re.findall("<heap nr", open(sys.argv[2]).read()))
print(json.dumps([mapped, kept >= 16 * 2**20, arenas]))
"""


def malloc_after(how: str, folder: Path) -> tuple[int, bool, int]:
    """Own mappings of a block of 16 MiB, whether it is kept when it is freed, and arenas of twelve threads."""
    program = PROGRAM.replace("ROOT", repr(str(ROOT)))
    command = [sys.executable, "-c", program, how, str(folder / "info.xml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    mapped, kept, arenas = json.loads(done.stdout)
    return mapped, kept, arenas


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="needs glibc 2.33"
)
def test_that_freed_memory_is_kept_in_few_arenas(tmp_path: Path) -> None:
    assert malloc_after("plain", tmp_path)[:2] == (1, False), "were this the default, the test would show nothing"
    mapped, kept, arenas = malloc_after("kept", tmp_path)
    assert (mapped, kept) == (0, True)
    assert arenas <= 4
