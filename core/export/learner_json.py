"""Everything of a learner in one versioned JSON file, and back, with a preview of what would change. Pure."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, FailFast, Field, StringConstraints, ValidationError

from core.language.text import marked
from core.moment import is_counted
from core.quiz.answers import Answer, Rating
from core.quiz.log import UNDO, Answered, Confidence, LogEntry, Mode, Undone
from core.quiz.settings import ReviewSettings

FORMAT, VERSION = "llm-ladder-learner", 2
READABLE = (1, 2)
"""Version 1 had no `number` beside what was typed."""
MAX_BYTES = 64_000_000
MAX_ENTRIES = 400_000
_MOST_BRACKETS, _MOST_WITHIN = 5 * MAX_ENTRIES, 100
"""In a file; and in one list or object of it, the entries apart. Each of more would be a complaint in memory:
a megabyte of a hostile file took gigabytes."""

_NO_NUL = r"^[^\x00]*$"
"""PostgreSQL keeps no NUL in a text, so that no export has one."""
AnswerId = Annotated[str, StringConstraints(pattern=_NO_NUL, min_length=1, max_length=200 - len(UNDO))]
EntryId = Annotated[str, StringConstraints(pattern=_NO_NUL, min_length=1, max_length=200)]
ItemId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(~\d{1,9})?$", max_length=80)]
DraftName = Annotated[str, StringConstraints(pattern=_NO_NUL, min_length=1, max_length=80)]
DraftText = Annotated[str, StringConstraints(pattern=_NO_NUL, max_length=200_000)]


_NO_EXPORT = marked("This file is not an LLM Ladder export. Choose a file from “Export everything”.")


class ImportRefusedError(ValueError):
    """A file that is not imported; the message says why, and what to do.

    `sentence` and `values` are the message before it is put together, so that it can be said in another language.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence.format(**values))
        self.sentence, self.values = sentence, values


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class AnswerRecord(_Record):
    """One answer, as the file holds it."""

    id: AnswerId
    item: ItemId
    kind: Annotated[str, StringConstraints(pattern=_NO_NUL, max_length=20)]
    at: AwareDatetime
    day: date
    rating: Rating
    score: float = Field(ge=0, le=1)
    mode: Mode = Mode.REVIEW
    answer: Answer | None = None
    confidence: Confidence | None = None
    hints: int = Field(default=0, ge=0, le=100)
    seconds: float | None = Field(default=None, ge=0, le=86_400)
    retention: float = Field(default=0.9, ge=0.7, le=0.97)
    quiz: Annotated[str, StringConstraints(pattern=_NO_NUL, max_length=64)] | None = None


_SAME_NAME = tuple(name for name in AnswerRecord.model_fields if name != "item")
"""What a record holds of an entry under the entry's own names."""


class UndoRecord(_Record):
    """An answer taken back, as the file holds it."""

    id: EntryId
    undoes: AnswerId
    at: AwareDatetime


class LearnerFile(_Record):
    """The whole file."""

    format: Literal["llm-ladder-learner"]
    version: Literal[1, 2]
    exported: AwareDatetime
    settings: ReviewSettings
    entries: Annotated[tuple[AnswerRecord | UndoRecord, ...], FailFast()] = Field(max_length=MAX_ENTRIES)
    drafts: dict[DraftName, DraftText] = Field(default_factory=dict, max_length=100)

    @cached_property  # which a page asks for six times a run: of 100,000 entries, three seconds
    def log(self) -> tuple[LogEntry, ...]:
        """The entries as the log holds them, in order."""
        return tuple(_entry(record) for record in self.entries)


@dataclass(frozen=True)
class ImportPreview:
    """What importing a file would change.

    `strange` are items that this bank does not have: their answers are kept, unseen. `drafts` are those that would be
    taken over; one that is open here under the same name stays. `new_settings` is whether the settings differ.
    """

    new: int
    known: int
    strange: tuple[str, ...]
    first: date | None
    last: date | None
    new_settings: bool
    drafts: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether everything is there already."""
        return not (self.new or self.new_settings or self.drafts)


def learner_json(log: Collection[LogEntry], settings: ReviewSettings, drafts: Mapping[str, str], now: datetime) -> str:
    """The file of a learner."""
    file = LearnerFile(
        format=FORMAT,
        version=VERSION,
        exported=now.astimezone(UTC),
        settings=settings,
        entries=tuple(_record(entry) for entry in log),
        drafts=dict(drafts),
    )
    return file.model_dump_json(exclude_none=True)


def read_learner_json(data: bytes) -> LearnerFile:
    """The file that `learner_json` wrote.

    Raises:
        ImportRefusedError: it is too large, no JSON, of another version, or holds what no learner can have.
    """
    if len(data) > MAX_BYTES:
        raise ImportRefusedError(marked("The file is larger than 64 MB, which no export is. Nothing was imported."))
    if data.count(b"[") + data.count(b"{") > _MOST_BRACKETS:
        raise ImportRefusedError(_NO_EXPORT)
    try:
        text = data.decode(json.detect_encoding(data))  # an editor may have saved it with a mark of its order of bytes
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits is no JSONDecodeError
        raise ImportRefusedError(
            marked("This file is not valid JSON. Choose a file from “Export everything”.")
        ) from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT or _is_overfull(raw):
        raise ImportRefusedError(_NO_EXPORT)
    if raw.get("version") not in READABLE:
        stated = str(raw.get("version"))[:12]
        raise ImportRefusedError(
            marked(
                "The file has version {stated}, but this LLM Ladder reads version {read}. Update LLM Ladder, then "
                "import again."
            ),
            stated=stated,
            read=VERSION,
        )
    try:
        file = LearnerFile.model_validate_json(text)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors(include_url=False)[0]["loc"][:3])
        raise ImportRefusedError(
            marked("The file has been changed: “{where}” is not how an export writes it."), where=where[:80]
        ) from error
    _refuse_strange_times(file)
    return file


def _is_overfull(raw: Mapping[str, object]) -> bool:
    """Whether a list or an object has more entries than any that an export writes."""
    waiting: list[object] = [raw]
    if isinstance(entries := raw.get("entries"), list):
        waiting = [{**raw, "entries": None}, *entries]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list | dict):
            if len(one) > _MOST_WITHIN:
                return True
            waiting += one.values() if isinstance(one, dict) else one
    return False


def preview_import(
    file: LearnerFile, known: Collection[str], mine: ReviewSettings, items: Collection[str], drafts: Collection[str]
) -> ImportPreview:
    """What importing would change, given the ids of entries, the settings, the items and the drafts that are there."""
    fresh = [entry for entry in file.log if entry.id not in known]
    days = [entry.day for entry in fresh if isinstance(entry, Answered)]
    named = {entry.item_id for entry in fresh if isinstance(entry, Answered)}
    return ImportPreview(
        new=len({entry.id for entry in fresh}),
        known=len({entry.id for entry in file.log} & set(known)),
        strange=tuple(sorted(named - set(items))),
        first=min(days, default=None),
        last=max(days, default=None),
        new_settings=file.settings != mine,
        drafts=tuple(name for name in file.drafts if name not in drafts),
    )


def _refuse_strange_times(file: LearnerFile) -> None:
    for record in file.entries:
        day_apart = isinstance(record, AnswerRecord) and abs((record.at.date() - record.day).days) > 2
        if day_apart or not is_counted(record.at):
            raise ImportRefusedError(
                marked("The file has been changed: the entry “{entry}” has an impossible date."), entry=record.id[:80]
            )


def _record(entry: LogEntry) -> AnswerRecord | UndoRecord:
    if isinstance(entry, Undone):
        return UndoRecord(id=entry.id, undoes=entry.answer_id, at=entry.at)
    return AnswerRecord(item=entry.item_id, **{name: getattr(entry, name) for name in _SAME_NAME})


def _entry(record: AnswerRecord | UndoRecord) -> LogEntry:
    at = record.at.astimezone(UTC)
    if isinstance(record, UndoRecord):
        return Undone(record.id, record.undoes, at)
    return Answered(item_id=record.item, **{name: getattr(record, name) for name in _SAME_NAME} | {"at": at})
