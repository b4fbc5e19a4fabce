"""The layout of a project file, as data: one tuple of SQL statements per version.

A released migration is never edited: a change of layout is a new entry at the end. The version of a file is SQLite's
``user_version``, the number of migrations applied to it.
"""

from __future__ import annotations

APPLICATION_ID = 0x5250434D
"""Marks an SQLite file as a project ("RPCM" in ASCII)."""

PERSONS_TABLES = ("source", "objects", "runs", "reviewed", "pins", "state", "history", "annotations")
"""Tables that hold the user's word, or say what of the rest counts; the small ones first."""

# A project is recognised by these statements word for word, comments too: what was released never changes here.
_FIRST = (
    """CREATE TABLE source (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        absolute TEXT NOT NULL,
        relative TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        frame_count INTEGER NOT NULL CHECK (frame_count > 0),
        height INTEGER NOT NULL CHECK (height > 0),
        width INTEGER NOT NULL CHECK (width > 0),
        fps REAL NOT NULL CHECK (fps > 0)
    )""",
    # Removing an object only sets a flag: undoing it is one row, whatever masks it has.
    """CREATE TABLE objects (
        id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 255),
        name TEXT NOT NULL,
        red INTEGER NOT NULL, green INTEGER NOT NULL, blue INTEGER NOT NULL,
        visible INTEGER NOT NULL,
        locked INTEGER NOT NULL,
        category TEXT NOT NULL,
        position INTEGER NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0
    )""",
    # Void can be annotated like an object, but is none: the row is there for the foreign keys.
    "INSERT INTO objects VALUES (255, 'void', 224, 224, 192, 1, 0, '', -1, 0)",
    # Tables with blobs keep their rowid, so that the index of the primary key is small and answers "which frames".
    """CREATE TABLE annotations (
        frame INTEGER NOT NULL CHECK (frame >= 0),
        object INTEGER NOT NULL REFERENCES objects (id),
        counts BLOB NOT NULL,  -- compressed run lengths with a checksum (sealing.py), here and below
        PRIMARY KEY (frame, object)
    )""",
    # AUTOINCREMENT: the id of a deleted run never comes back, so a late result cannot land in another run.
    """CREATE TABLE runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        request TEXT NOT NULL,
        active INTEGER NOT NULL DEFAULT 1,
        created TEXT NOT NULL
    )""",
    """CREATE TABLE results (
        frame INTEGER NOT NULL CHECK (frame >= 0),
        run INTEGER NOT NULL REFERENCES runs (id),
        unsure_share REAL NOT NULL,
        PRIMARY KEY (frame, run)
    ) WITHOUT ROWID""",
    """CREATE TABLE maps (
        frame INTEGER NOT NULL,
        run INTEGER NOT NULL,
        reliability BLOB NOT NULL,
        entropy BLOB NOT NULL,
        entropy_max REAL NOT NULL,
        pool_frames TEXT NOT NULL,
        pool_pixels INTEGER NOT NULL,
        PRIMARY KEY (frame, run),
        FOREIGN KEY (frame, run) REFERENCES results (frame, run) ON DELETE CASCADE
    )""",
    """CREATE TABLE predictions (
        frame INTEGER NOT NULL,
        object INTEGER NOT NULL REFERENCES objects (id),
        run INTEGER NOT NULL,
        counts BLOB NOT NULL,
        score REAL NOT NULL,
        PRIMARY KEY (frame, object, run),
        FOREIGN KEY (frame, run) REFERENCES results (frame, run) ON DELETE CASCADE
    )""",
    # "run" is the one whose reliability map was shown when the frame was marked.
    """CREATE TABLE reviewed (
        frame INTEGER PRIMARY KEY CHECK (frame >= 0),
        run INTEGER REFERENCES runs (id)
    )""",
    """CREATE TABLE pins (
        frame INTEGER NOT NULL REFERENCES reviewed (frame) ON DELETE CASCADE,
        object INTEGER NOT NULL,
        run INTEGER NOT NULL,
        PRIMARY KEY (frame, object),
        FOREIGN KEY (frame, object, run) REFERENCES predictions (frame, object, run)
    ) WITHOUT ROWID""",
    "CREATE INDEX pins_of_run ON pins (frame, run)",
    "CREATE INDEX predictions_of_run ON predictions (frame, run)",
    "CREATE INDEX annotations_of_object ON annotations (object)",
    "CREATE INDEX predictions_of_object ON predictions (object)",
    "CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE history (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        text TEXT NOT NULL,
        frame INTEGER
    )""",
)

# Masks have checksums. What else the user relies on is in the file twice, as a row and in an index of all its columns:
# SQLite's integrity check compares the two, and a repair has a second place to read from.
_SECOND = (
    """CREATE INDEX source_twice ON source
        (absolute, relative, fingerprint, frame_count, height, width, fps)""",
    """CREATE INDEX objects_twice ON objects
        (name, red, green, blue, visible, locked, category, position, removed)""",
    "CREATE INDEX runs_twice ON runs (request, active, created)",
    "CREATE INDEX reviewed_twice ON reviewed (run)",
    "CREATE INDEX state_twice ON state (value)",
    "CREATE INDEX history_twice ON history (at, text, frame)",
    "CREATE INDEX results_twice ON results (unsure_share, run)",
    "CREATE INDEX maps_twice ON maps (entropy_max, pool_frames, pool_pixels)",
    "DROP INDEX predictions_of_object",
    "CREATE INDEX predictions_of_object ON predictions (object, score)",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND)
