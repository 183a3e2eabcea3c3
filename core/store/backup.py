"""Backs up all that a process keeps on SQLite while it runs, and restores it. Does I/O."""

import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from core.store.database import SQLITE_FILE
from core.store.errors import StoreError

_PARTS = ("", "-wal", "-shm")
"""SQLite's files of one database; what was written last may stand in the second alone."""

_UNREADABLE = (OSError, zipfile.BadZipFile, EOFError, zlib.error, RuntimeError)
"""What `zipfile` says of a damaged file; the last of a password, or of a way to pack that it does not know."""


class BackupError(ValueError):
    """A backup that cannot be taken or put back; the message says what to do."""


def back_up(directory: Path, target: Path, beside: str) -> int:
    """Writes the database and the file `beside` it into a zip file for its owner alone; returns its size in bytes.

    SQLite copies page by page under its own locks, so that a server may go on writing. The zip has another name until
    it is whole: whoever stops the command finds nothing that looks like a backup.

    Raises:
        BackupError: there is nothing to copy, or the target is there already.
        StoreError: the database cannot be read.
    """
    database = directory / SQLITE_FILE
    if not database.is_file():
        raise BackupError(f"{directory} holds no {SQLITE_FILE}. Name the folder with LLM_LADDER_DATA.")
    if target.exists():
        raise BackupError(f"{target} already exists. Name another file.")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / SQLITE_FILE
        _copy_database(database, copy)
        part = target.with_name(f"{target.name}.part")
        part.unlink(missing_ok=True)
        part.touch(mode=0o600, exist_ok=False)
        with _whole_or_gone(part):
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.write(copy, SQLITE_FILE)
                if (directory / beside).is_file():
                    archive.write(directory / beside, beside)
            part.replace(target)
    return target.stat().st_size


def put_back(source: Path, directory: Path, beside: str) -> None:
    """Restores a backup into a folder that has no database. The server must not be running on that folder.

    What root puts back belongs to the owner of the folder, as the server that runs as another may not read root's.

    Raises:
        BackupError: the file is no backup of ours, it is damaged, or the folder holds a database, or a part of one:
            SQLite would take a write-ahead log that an old database left for one of the new.
    """
    old = [name for name in (f"{SQLITE_FILE}{end}" for end in _PARTS) if (directory / name).exists()]
    if old:
        them = " and ".join(old)
        raise BackupError(f"{directory} holds {them}. Stop the app, move that away, all together, and try again.")
    if not source.is_file():
        raise BackupError(f"{source} is not there. Name a zip file that `python -m core backup -o` wrote.")
    with tempfile.TemporaryDirectory() as temporary:
        copies = _unpacked(source, (beside, SQLITE_FILE), Path(temporary))
        directory.mkdir(parents=True, exist_ok=True)
        parts = {copy: directory / f"{copy.name}.part" for copy in copies}
        with _whole_or_gone(*parts.values()):
            for copy, part in parts.items():
                part.touch(mode=0o600)
                shutil.copyfile(copy, part)
                if hasattr(os, "geteuid") and os.geteuid() == 0:  # Windows has no root
                    os.chown(part, directory.stat().st_uid, directory.stat().st_gid)
            for copy, part in parts.items():
                part.replace(directory / copy.name)


def _unpacked(source: Path, names: tuple[str, ...], folder: Path) -> list[Path]:
    """Those of the names that a backup holds, as files of a folder; the database is among them, and sound."""
    try:
        with zipfile.ZipFile(source) as archive:
            held = {name: archive.read(name) for name in names if name in archive.namelist()}
    except _UNREADABLE as error:
        raise BackupError(f"{source} cannot be read as a backup: {_why(error)}. Take another backup.") from error
    if SQLITE_FILE not in held:
        raise BackupError(f"{source} is no backup of LLM Ladder: it holds no {SQLITE_FILE}. Name another file.")
    for name, data in held.items():
        (folder / name).write_bytes(data)
    if not _is_sound(folder / SQLITE_FILE):
        raise BackupError(f"{source} holds no sound database. Take an older backup.")
    return [folder / name for name in held]


def _why(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error).removesuffix(".")


@contextmanager
def _whole_or_gone(*files: Path) -> Iterator[None]:
    """A disk that is full leaves no part of a file, which would be taken for a backup or a database."""
    try:
        yield
    except OSError:
        for file in files:
            file.unlink(missing_ok=True)
        raise


def _copy_database(database: Path, copy: Path) -> None:
    try:
        source = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True, timeout=10)
        with closing(source), closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise StoreError(f"{database} cannot be copied ({error}). Try again in a minute, or free the disk.") from error


def _is_sound(database: Path) -> bool:
    try:
        with closing(sqlite3.connect(database)) as opened:
            return bool(opened.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    except sqlite3.Error:
        return False
