"""The tables. `entries` is the truth, and rows are only added to it; `cards`, `recalls` and `days` are derived.

Moments are microseconds since 1970 in UTC; days are the learner's own, as ISO dates.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

METADATA = MetaData()
_ID = BigInteger().with_variant(Integer, "sqlite")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _of_learner(*, primary_key: bool = False) -> Column[int]:
    """Whose row it is: it goes when its learner goes."""
    owner = ForeignKey("learners.id", ondelete="CASCADE")
    return Column("learner_id", _ID, owner, primary_key=primary_key, nullable=False)


def _of_room() -> Column[str]:
    """Of which room a row is: it goes when its room goes."""
    return Column("code", String(16), ForeignKey("rooms.code", ondelete="CASCADE"), primary_key=True)


learners = Table(
    "learners",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("tag", String(16), nullable=False),
    Column("created", BigInteger, nullable=False),
    Column("settings", Text),
)
keys = Table(
    "keys",
    METADATA,
    Column("key", String(64), primary_key=True),
    _of_learner(),
    Index("keys_learner", "learner_id"),
)
entries = Table(
    "entries",
    METADATA,
    Column("seq", _ID, primary_key=True),
    _of_learner(),
    Column("id", String(200), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("undoes", String(200)),
    Column("item_id", String(80)),
    Column("kind", String(20)),
    Column("day", String(10)),
    Column("rating", Integer),
    Column("score", Float),
    Column("mode", String(12)),
    Column("answer", Text),
    Column("confidence", String(8)),
    Column("hints", Integer),
    Column("seconds", Float),
    Column("retention", Float),
    Column("quiz", String(64)),
    UniqueConstraint("learner_id", "id", name="entries_once"),
    Index("entries_item", "learner_id", "item_id"),
    Index("entries_day", "learner_id", "day"),
    Index("entries_undoes", "learner_id", "undoes"),
    Index("entries_order", "learner_id", "seq"),
    Index("entries_kind", "learner_id", "kind", "seq"),
    Index(
        "entries_stated",
        "learner_id",
        "seq",
        sqlite_where=text("confidence IS NOT NULL"),
        postgresql_where=text("confidence IS NOT NULL"),
    ),
    Index("entries_quiz", "learner_id", "quiz", "seq"),
)
cards = Table(
    "cards",
    METADATA,
    _of_learner(primary_key=True),
    Column("item_id", String(80), primary_key=True),
    Column("phase", String(10), nullable=False),
    Column("step", Integer),
    Column("stability", Float, nullable=False),
    Column("difficulty", Float, nullable=False),
    Column("due", BigInteger, nullable=False),
    Column("reviewed", BigInteger, nullable=False),
    Column("reviews", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("streak", Integer, nullable=False),
    Index("cards_due", "learner_id", "due"),
    Index(
        "cards_stuck",
        "learner_id",
        sqlite_where=text("failures >= 5"),
        postgresql_where=text("failures >= 5"),
    ),
)
recalls = Table(
    "recalls",
    METADATA,
    _of_learner(primary_key=True),
    Column("seq", _ID, primary_key=True, autoincrement=False),
    Column("item_id", String(80), nullable=False),
    Column("passed", Integer, nullable=False),
    Index("recalls_item", "learner_id", "item_id"),
)
days = Table(
    "days",
    METADATA,
    _of_learner(primary_key=True),
    Column("day", String(10), primary_key=True),
    Column("answers", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("reviews", Integer, nullable=False),
)
drafts = Table(
    "drafts",
    METADATA,
    _of_learner(primary_key=True),
    Column("name", String(80), primary_key=True),
    Column("value", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
codes = Table(
    "codes",
    METADATA,
    Column("code", String(64), primary_key=True),
    _of_learner(),
    Column("expires", BigInteger, nullable=False),
    Index("codes_learner", "learner_id"),
)
rooms = Table(
    "rooms",
    METADATA,
    Column("code", String(16), primary_key=True),
    Column("host_key", String(64), nullable=False),
    Column("opened", BigInteger, nullable=False),
    Column("version", Integer, nullable=False),
    Index("rooms_opened", "opened"),
)
room_hosts = Table(
    "room_hosts",
    METADATA,
    _of_room(),
    Column("learner", String(64), primary_key=True),
)
room_events = Table(
    "room_events",
    METADATA,
    _of_room(),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("event", Text, nullable=False),
)
room_seen = Table(
    "room_seen",
    METADATA,
    _of_room(),
    Column("person", String(64), primary_key=True),
    Column("seen", BigInteger, nullable=False),
)
DERIVED = (cards, recalls, days)


def micros(at: datetime) -> int:
    """A moment as the tables store it.

    >>> micros(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
    1000000
    """
    return (at - _EPOCH) // timedelta(microseconds=1)


def moment(kept: int) -> datetime:
    """The stored moment, in UTC."""
    return _EPOCH + timedelta(microseconds=kept)
