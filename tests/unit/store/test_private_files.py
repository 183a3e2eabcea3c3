"""Who can read the files of the store, and what a failure of it tells a log."""

import stat
import traceback
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from core.quiz.settings import ReviewSettings
from core.store.backup import back_up, put_back
from core.store.errors import NOT_OPEN, StoreError
from core.store.store import Store, open_store


def _modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


@pytest.mark.parametrize("named", [False, True], ids=["the app's own", "named by DATABASE_URL"])
def test_answers_are_readable_by_their_owner_alone(tmp_path: Path, named: bool) -> None:
    if named:
        (tmp_path / "data").mkdir()
    store = open_store(f"sqlite:///{tmp_path}/data/learners.db" if named else None, tmp_path / "data")
    store.learners.set_settings("ada", ReviewSettings(new_per_day=3), datetime.now(UTC))
    modes = _modes(tmp_path / "data")
    store.close()
    assert modes == dict.fromkeys(("learners.db", "learners.db-shm", "learners.db-wal"), 0o600)


def test_file_that_somebody_gave_other_rights_keeps_them(tmp_path: Path) -> None:
    open_store(None, tmp_path).close()
    (tmp_path / "learners.db").chmod(0o640)
    open_store(None, tmp_path).close()
    assert _modes(tmp_path)["learners.db"] == 0o640


def test_file_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "learners.db").symlink_to(tmp_path / "nowhere" / "learners.db")
    with pytest.raises(StoreError, match=NOT_OPEN[:25]):
        open_store(None, tmp_path)


def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(StoreError, match=NOT_OPEN[:25]):
        open_store(None, tmp_path / "data" / "below")


def test_failure_that_reaches_the_log_holds_no_answer(store: Store) -> None:
    store.database.write(lambda connection: connection.execute(text("DROP TABLE drafts")))
    answer = "pineapples are my private answer"
    with pytest.raises(StoreError) as failed:
        store.drafts.put("ada", "interview", answer, datetime.now(UTC))
    told = "".join(traceback.format_exception(failed.value))
    assert "INSERT INTO drafts" in told and "pineapples" not in told


def test_backup_is_put_back_where_the_system_has_no_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(None, tmp_path / "data").close()
    back_up(tmp_path / "data", tmp_path / "copy.zip", "cookie_secret")
    monkeypatch.delattr("os.geteuid")  # as on Windows
    monkeypatch.delattr("os.chown")
    put_back(tmp_path / "copy.zip", tmp_path / "new", "cookie_secret")
    open_store(None, tmp_path / "new").close()
