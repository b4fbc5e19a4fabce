"""Everything that can go wrong with a project file: each is told, and nothing committed is lost."""

from __future__ import annotations

import errno
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.project import database as db
from core.project import schema
from core.project.integrity import examine
from core.project.opening import ProjectLock
from core.project.store import ProjectStore
from core.project.wal import Checkpointer
from tests.helpers.projects import FRAMES, HEIGHT, WIDTH, box, label_map, new_project, result, source

NOBODY = 65534
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions of folders and kill -9 are those of Unix")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed project with some of the user's work on every frame."""
    file = tmp_path / "clip.rpcm"
    with new_project(file) as store:
        run_id = store.begin_run({})
        for frame in range(FRAMES):
            store.set_annotations(frame, {1: box(frame % 5, frame % 7), 2: None})
            store.add_prediction(result(run_id, frame, label_map({2: box(4, 4)})))
    return file


def maps(store: ProjectStore) -> list[bytes]:
    return [store.effective_labels(frame).tobytes() for frame in range(FRAMES)]


def refusal(path: Path) -> UserError:
    """How opening is refused, after which the file is as it was and nothing lies beside it."""
    content, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(UserError) as caught:
        ProjectStore.open(path)
    assert path.read_bytes() == content
    assert sorted(path.parent.iterdir()) == beside
    assert path.name in caught.value.message
    return caught.value


def test_that_a_missing_project_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no project at"):
        ProjectStore.open(tmp_path / "none.rpcm")


def test_that_creating_never_overwrites(path: Path) -> None:
    content = path.read_bytes()
    with pytest.raises(UserError, match="already exists"):
        ProjectStore.create(path, source(path.parent))
    assert path.read_bytes() == content


def test_that_creating_where_there_is_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be opened or created"):
        ProjectStore.create(tmp_path / "none" / "clip.rpcm", source(tmp_path))


@pytest.mark.parametrize(
    "content", [b"", b"hello, I am a video\n" * 400, b"SQLite format 3\0" + bytes(range(200)) * 40]
)
def test_that_a_file_that_is_no_project_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "clip.rpcm"
    path.write_bytes(content)
    refusal(path)


def test_that_a_foreign_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "clip.rpcm"
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute("CREATE TABLE songs (title)")
    assert "not an RPCM Annotator project" in refusal(path).message


def test_that_a_project_of_a_newer_program_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute("PRAGMA user_version = 99")
    error = refusal(path)
    assert "newer version" in error.message and "Update" in error.hint


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_that_a_truncated_project_is_told(path: Path, share: float) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert "damaged" in refusal(path).message


def test_that_a_copy_beside_a_damaged_project_is_named(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:8192])
    backup = path.with_name("clip.rpcm.v1.bak")
    backup.write_bytes(content)
    assert backup.name in refusal(path).hint
    assert backup.read_bytes() == content


def test_that_a_damaged_mask_is_told_and_the_others_are_whole(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE annotations SET counts = CAST(X'31' || substr(counts, 2) AS BLOB) WHERE frame = 4")
        raw.commit()
    store = ProjectStore.open(path)
    with pytest.raises(UserError, match="checksum"):
        store.effective_labels(4)
    assert np.array_equal(store.effective_labels(3), label_map({2: box(4, 4), 1: box(3, 3)}))
    store.close()


def test_that_flipped_bits_are_told_or_harmless_but_never_a_crash(path: Path) -> None:
    content = path.read_bytes()
    dice = random.Random(5)
    told = 0
    for _ in range(150):
        flipped = bytearray(content)
        flipped[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        path.write_bytes(flipped)
        try:
            store = ProjectStore.open(path)
        except UserError:
            told += 1
            continue
        with closing(store):
            try:
                maps(store)
            except UserError:
                told += 1
    assert told > 0


def test_that_the_second_to_open_a_project_only_reads(path: Path) -> None:
    first, second = ProjectStore.open(path), ProjectStore.open(path)
    assert not first.read_only
    assert second.read_only and "already" in second.notes[0]
    with pytest.raises(UserError, match="read-only"):
        second.set_annotations(0, {1: None})
    first.set_annotations(0, {1: None})
    assert maps(second) == maps(first)
    first.close()
    third = ProjectStore.open(path)
    assert not third.read_only
    second.close()
    third.close()
    assert [file.name for file in path.parent.iterdir()] == ["clip.rpcm"]


def test_that_a_lock_is_seen_through_another_name_of_the_file(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.rpcm"
    link.symlink_to(path)
    first, second = ProjectStore.open(path), ProjectStore.open(link)
    assert (first.read_only, second.read_only) == (False, True)
    second.close()
    first.close()


def test_that_a_lock_file_left_behind_locks_nobody_out(path: Path) -> None:
    path.with_name("clip.rpcm.lock").write_bytes(b"")
    store = ProjectStore.open(path)
    assert not store.read_only
    store.close()


def test_that_a_released_lock_can_be_taken(tmp_path: Path) -> None:
    project = tmp_path / "clip.rpcm"
    lock = ProjectLock.acquire(project)
    assert lock is not None
    assert ProjectLock.acquire(project) is None
    lock.release()
    again = ProjectLock.acquire(project)
    assert again is not None
    again.release()


def test_that_a_reader_beside_the_writer_sees_commits(path: Path) -> None:
    writer, reader = ProjectStore.open(path), ProjectStore.open(path, read_only=True)
    writer.set_annotations(2, {3: box(0, 0)})
    assert maps(reader) == maps(writer)
    reader.close()
    writer.close()


@pytest.fixture
def ordinary_person() -> Iterator[Path]:
    """A folder of the user without special rights, as whom the test runs."""
    with tempfile.TemporaryDirectory(prefix="project-permissions-") as name:
        folder = Path(name)
        superuser = os.geteuid() == 0
        if superuser:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if superuser:
                os.seteuid(0)
            folder.chmod(0o700)


@UNIX
def test_that_a_project_in_a_write_protected_folder_is_read(ordinary_person: Path) -> None:
    path = ordinary_person / "clip.rpcm"
    with new_project(path) as store:
        store.set_annotations(1, {1: box(0, 0)})
    ordinary_person.chmod(0o555)
    store = ProjectStore.open(path)
    assert store.read_only and "cannot be written" in store.notes[0]
    assert store.annotated_frames() == (1,)
    with pytest.raises(UserError, match="read-only"):
        store.state.set("frame", 1)
    store.close()


@UNIX
def test_that_a_write_protected_project_is_read(ordinary_person: Path) -> None:
    path = ordinary_person / "clip.rpcm"
    with new_project(path) as store:
        store.set_annotations(1, {1: box(0, 0)})
    path.chmod(0o444)
    store = ProjectStore.open(path)
    assert store.read_only and "write-protected" in store.notes[0]
    assert store.annotated_frames() == (1,)
    store.close()
    assert [file.name for file in ordinary_person.iterdir()] == ["clip.rpcm"]


@UNIX
def test_that_a_copy_with_its_log_in_a_write_protected_folder_is_read_whole(ordinary_person: Path) -> None:
    crashed = ordinary_person / "crashed"
    crashed.mkdir()
    with new_project(ordinary_person / "clip.rpcm") as store:
        store.set_annotations(1, {1: box(0, 0)})
        # The files as a crash would leave them.
        for file in ordinary_person.glob("clip.rpcm*"):
            if not file.name.endswith(".lock"):
                (crashed / file.name).write_bytes(file.read_bytes())
    crashed.chmod(0o555)
    store = ProjectStore.open(crashed / "clip.rpcm")
    crashed.chmod(0o755)
    assert store.read_only
    assert store.annotated_frames() == (1,)
    store.close()


@UNIX
def test_that_a_file_left_in_write_ahead_mode_is_read_in_a_write_protected_folder(ordinary_person: Path) -> None:
    path = ordinary_person / "clip.rpcm"
    with new_project(path) as store:
        store.set_annotations(1, {1: box(0, 0)})
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    ordinary_person.chmod(0o555)
    store = ProjectStore.open(path)
    assert store.read_only
    assert store.annotated_frames() == (1,)
    store.close()


@UNIX
def test_that_creating_in_a_write_protected_folder_is_told(ordinary_person: Path) -> None:
    ordinary_person.chmod(0o555)
    with pytest.raises(UserError, match="cannot be opened or created"):
        ProjectStore.create(ordinary_person / "clip.rpcm", source(ordinary_person))


def test_that_a_full_disk_is_told_and_the_store_works_on_when_there_is_room(path: Path) -> None:
    store = ProjectStore.open(path)
    before = maps(store)
    connection = store._database._connection
    connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(UserError, match="disk is full") as caught, store.transaction():
        store.set_annotations(1, {1: box(4, 6)})
        store.history.record("x" * 2**20)
    assert "Free some space" in caught.value.hint
    assert maps(store) == before
    assert store.history.latest() == ()
    connection.execute(f"PRAGMA max_page_count = {2**30}")
    store.set_annotations(1, {1: box(4, 6)})
    store.history.record("x" * 2**20)
    after = maps(store)
    assert after != before
    store.close()
    again = ProjectStore.open(path)
    assert maps(again) == after
    again.close()


def test_that_a_full_disk_in_the_middle_of_a_run_keeps_the_frames_before(path: Path) -> None:
    store = ProjectStore.open(path)
    connection = store._database._connection
    ((pages,),) = connection.execute("PRAGMA page_count").fetchall()
    connection.execute(f"PRAGMA max_page_count = {pages + 4}")
    run_id = store.begin_run({})
    stored = 0
    with pytest.raises(UserError, match="disk is full"):
        for frame in range(10_000):
            store.add_prediction(result(run_id, frame, label_map({3: box(0, 0)})))
            stored += 1
    assert stored > 0
    assert store.runs.frames(run_id) == tuple(range(stored))
    store.close()


def test_that_another_program_holding_the_file_is_told(path: Path) -> None:
    store = ProjectStore.open(path)
    store._database._connection.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="Another program"):
            store.state.set("frame", 1)
    store.state.set("frame", 2)
    assert store.state.get("frame") == 2
    store.close()


@UNIX
def test_that_a_file_system_without_write_ahead_log_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
    # This way of locking offers no shared memory, as some network drives do not.
    connection = sqlite3.connect(f"{path.as_uri()}?vfs=unix-dotfile", uri=True, isolation_level=None)
    database = db.Database(connection, path, read_only=False)
    assert "write-ahead" in db.use_write_ahead_log(database)
    database.write("INSERT INTO state VALUES ('frame', '7')")
    database.close()
    store = ProjectStore.open(path)
    assert store.state.get("frame") == 7
    store.close()


def test_that_commits_are_folded_into_the_file_while_it_is_open(path: Path) -> None:
    store = ProjectStore.open(path)
    store.state.set("frame", 7)
    checkpointer = Checkpointer(path, interval=0)
    checkpointer.wake()
    checkpointer.close()
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as without_log:
        assert without_log.execute("SELECT value FROM state WHERE key = 'frame'").fetchall() == [("7",)]
    store.close()


@pytest.fixture
def newer_layout(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # After the project was made with the layout of now.
    assert path.exists()
    second = ("CREATE TABLE notes (text TEXT)", "INSERT INTO notes VALUES ('hello')")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, second))


@pytest.mark.usefixtures("newer_layout")
def test_that_an_older_project_is_migrated_with_a_backup(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        before = list(raw.iterdump())
    store = ProjectStore.open(path)
    backup = path.with_name(f"clip.rpcm.v{len(schema.MIGRATIONS) - 1}.bak")
    assert backup.name in store.notes[0]
    assert db.version(store._database) == len(schema.MIGRATIONS)
    assert store._database.query("SELECT text FROM notes") == [("hello",)]
    assert store.annotated_frames() == tuple(range(FRAMES))
    store.close()
    with closing(sqlite3.connect(backup)) as raw:
        assert list(raw.iterdump()) == before
    assert {file.name for file in path.parent.iterdir()} == {"clip.rpcm", backup.name}
    again = ProjectStore.open(path)
    assert again.notes == ()
    again.close()


def test_that_every_layout_of_the_past_becomes_the_layout_of_now(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(ProjectStore.open(path)) as store:
        expected = maps(store)
    for number in range(1, len(schema.MIGRATIONS)):
        old = tmp_path / f"v{number}.rpcm"
        with monkeypatch.context() as past:
            past.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:number])
            with new_project(old):
                pass
        with closing(sqlite3.connect(old)) as raw:
            raw.execute("ATTACH ? AS now", (str(path),))
            for table in ("runs", "annotations", "results", "maps", "predictions"):
                raw.execute(f"INSERT INTO {table} SELECT * FROM now.{table}")
            raw.commit()
        with closing(ProjectStore.open(old)) as store:
            assert f"v{number}.bak" in store.notes[0]
            assert maps(store) == expected
        assert examine(old, lambda done, total: None) == ()


def test_that_a_failing_migration_leaves_the_project_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, ("CREATE TABLE notes (text)", "NONSENSE")))
    with pytest.raises(sqlite3.OperationalError, match="NONSENSE"):
        ProjectStore.open(path)
    monkeypatch.undo()
    store = ProjectStore.open(path)
    assert store._database.query("SELECT name FROM sqlite_schema WHERE name = 'notes'") == []
    assert store.annotated_frames() == tuple(range(FRAMES))
    store.close()


@pytest.mark.usefixtures("newer_layout")
def test_that_an_older_project_that_cannot_be_migrated_is_told(path: Path) -> None:
    lock = ProjectLock.acquire(path)
    assert lock is not None
    with pytest.raises(UserError, match="older layout"):
        ProjectStore.open(path)
    lock.release()


_WORKER = """
import sys
from pathlib import Path
import numpy as np
from core.project.store import ProjectStore
from tests.helpers.projects import FRAMES, HEIGHT, WIDTH, label_map, box, result
store = ProjectStore.open(Path(sys.argv[1]))
run_id = store.begin_run({})
for count in range(1, 1_000_000):
    frame = count % FRAMES
    mask = np.unpackbits(np.frombuffer(count.to_bytes(6, "big"), np.uint8)).astype(bool).reshape(HEIGHT, WIDTH)
    store.set_annotations(frame, {1: mask})
    store.add_prediction(result(run_id, frame, label_map({2: box(0, 0)}), unsure=count / 1_000_000))
    print(count, flush=True)
"""


@UNIX
@pytest.mark.parametrize("acknowledged", [1, 7, 60])
def test_that_what_was_acknowledged_survives_kill_9(path: Path, repository: Path, acknowledged: int) -> None:
    command = [sys.executable, "-c", _WORKER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=repository) as worker:
        assert worker.stdout is not None
        last = 0
        while last < acknowledged:
            last = int(worker.stdout.readline())
        worker.send_signal(signal.SIGKILL)
        last = max([last, *(int(line) for line in worker.stdout.read().split("\n")[:-1] if line)])
    store = ProjectStore.open(path)
    assert not store.read_only and store.notes == ()
    frame = last % FRAMES
    # The next one may have been committed without having been acknowledged: on another frame.
    bits = store.annotations.masks(frame)[1].reshape(-1)
    assert int.from_bytes(np.packbits(bits).tobytes(), "big") == last
    assert store.summaries(frame, frame).unsure_share[0] == pytest.approx(last / 1_000_000)
    assert store.effective_labels(frame).shape == (HEIGHT, WIDTH)
    store.close()


_TORN = """
import os, signal, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA journal_mode = DELETE")
raw.execute("PRAGMA cache_size = 1")
raw.execute("PRAGMA cache_spill = 1")
raw.execute("BEGIN")
raw.execute("DELETE FROM annotations")
for number in range(200):
    raw.execute("INSERT INTO history VALUES (NULL, '', ?, 0)", ("x" * 4000,))
os.kill(os.getpid(), signal.SIGKILL)
"""


@UNIX
def test_that_a_torn_write_without_write_ahead_log_is_rolled_back(path: Path) -> None:
    subprocess.run([sys.executable, "-c", _TORN, str(path)], check=False)
    assert path.with_name("clip.rpcm-journal").exists()
    store = ProjectStore.open(path)
    assert not store.read_only
    assert store.annotated_frames() == tuple(range(FRAMES))
    assert store.history.latest() == ()
    store.close()


@UNIX
def test_that_reading_alone_takes_back_a_torn_write_of_a_killed_program(path: Path) -> None:
    subprocess.run([sys.executable, "-c", _TORN, str(path)], check=False)
    assert path.with_name("clip.rpcm-journal").exists()
    with closing(ProjectStore.open(path, read_only=True)) as store:
        assert store.annotated_frames() == tuple(range(FRAMES))
    assert examine(path, lambda done, total: None) == ()


def test_that_a_disk_that_is_write_protected_as_a_whole_is_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(UserError, match="cannot be opened or created"):
        ProjectStore.create(tmp_path / "none" / "clip.rpcm", source(tmp_path))
    with (
        closing(ProjectStore.open(path, read_only=True)) as store,
        pytest.raises(UserError, match="cannot be opened or created"),
    ):
        store.save_copy(tmp_path / "none" / "copy.rpcm")


def test_that_an_unknown_schema_format_and_a_text_that_is_not_utf8_are_told_as_damage(tmp_path: Path) -> None:
    for name in ("format", "text"):
        path = tmp_path / f"{name}.rpcm"
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("CREATE TABLE words (word TEXT)")
            connection.execute("INSERT INTO words VALUES (CAST(X'FF41' AS TEXT))")
        if name == "format":
            content = bytearray(path.read_bytes())
            content[44:48] = (9).to_bytes(4, "big")
            path.write_bytes(content)
        with pytest.raises(UserError, match="is damaged"), closing(db.connect(path)) as database:
            database.query("SELECT word FROM words")
