"""The learners' store: one value that a process opens once and all visitors share; it is thread-safe. Does I/O."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from core.store.activity import Activity
from core.store.answer_log import AnswerLog
from core.store.cards import Cards
from core.store.database import Database, open_database
from core.store.drafts import Drafts
from core.store.learners import Learners
from core.store.rooms import Rooms
from core.store.seen import Seen
from core.store.transfer import Transfer

T = TypeVar("T")
OWN_DATA = Path(__file__).resolve().parents[2] / "data"


def data_directory() -> Path:
    """The folder that `LLM_LADDER_DATA` names, else `data` beside the app: the store's file and the cookies' secret."""
    return Path(os.environ.get("LLM_LADDER_DATA") or OWN_DATA)


@dataclass(frozen=True)
class Store:
    """The repositories. Each method names a learner by the key that `core.web.cookie.learner_key` gives.

    Reading for a key that nothing was written for finds nothing, and makes no row.
    """

    database: Database
    learners: Learners
    log: AnswerLog
    cards: Cards
    activity: Activity
    drafts: Drafts
    transfer: Transfer
    rooms: Rooms
    seen: Seen

    def together(self, work: Callable[[], T]) -> T:
        """What `work` returns, once everything it wrote here is safe; if it fails, nothing was written. May run twice.

        Raises:
            StoreError: nothing was kept.
        """
        return self.database.together(work)

    def close(self) -> None:
        """Closes all connections."""
        self.database.close()


def open_store(url: str | None, directory: Path) -> Store:
    """The store of `DATABASE_URL`, else the file `learners.db` in `directory`; its tables are brought up to date.

    Raises:
        StoreError: it cannot be opened.
    """
    database = open_database(url, directory)
    return Store(
        database,
        Learners(database),
        AnswerLog(database),
        Cards(database),
        Activity(database),
        Drafts(database),
        Transfer(database),
        Rooms(database),
        Seen(database),
    )
