"""The numbers in the decision record: kept in the store as addresses, and computed when they are shown."""

from collections.abc import Mapping
from contextlib import suppress

from components import session
from core.calculator_page.opened import Opened, open_address
from core.calculators.problems import BadInputsError
from core.calculators.registry import calculators
from core.content.pages import Page
from core.export.record_numbers import RecordNumber, add_number, kept_text, query_of, read_kept_text, record_number
from core.store.errors import StoreError

_NAME, _UNSAVED = "record-numbers", "record.unsaved"


def numbers_in_record() -> tuple[RecordNumber, ...]:
    """What calculators put into the record, as it comes out today."""
    reference, found = session.reference(), []
    for params in read_kept_text(_text()):
        with suppress(BadInputsError):  # a mistake in that calculator's code; its own page says so
            opened = open_address(calculators()[params["calc"]], params, reference)
            found.append(record_number(opened, _link(opened)))
    return tuple(found)


def params_in_record(calculator_id: str) -> Mapping[str, str] | None:
    """The address under which a calculator is in the record; None when it is not."""
    return next((one for one in read_kept_text(_text()) if one["calc"] == calculator_id), None)


def add_to_record(opened: Opened) -> None:
    """Puts a calculator's result into the record, in the place of an earlier one of it; a callback."""
    _keep(kept_text(add_number(numbers_in_record(), record_number(opened, _link(opened)))))


def empty_record() -> None:
    """Takes all numbers out of the record; a callback."""
    _keep(kept_text(()))


def _link(opened: Opened) -> str:
    here = session.page_url().partition("?")[0]
    return f"{here.rpartition('/')[0]}/{Page.CALCULATORS.value}?{query_of(opened)}"


def _text() -> str:
    unsaved: str | None = session.kept(_UNSAVED)
    if unsaved is not None:
        return unsaved
    try:
        return session.store().drafts.get(session.learner().key, _NAME) or ""
    except StoreError:
        return ""


def _keep(text: str) -> None:
    session.keep(_UNSAVED, text)  # what the store cannot take, this tab still knows
    with suppress(StoreError):
        session.store().drafts.put(session.learner().key, _NAME, text, session.now())
        session.keep(_UNSAVED, None)
