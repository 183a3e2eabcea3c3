"""The API prices brought up to date on request: what changed, in words; on no network the old table stays."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime

import httpx2
from genai_prices import UpdatePrices
from genai_prices.data_snapshot import DataSnapshot

from core.content.api_prices import price_in
from core.content.reference import ApiPrice, Reference
from core.language.text import marked, t
from core.numbers.number_format import usd_price

_TIMEOUT = httpx2.Timeout(timeout=10, connect=3)
_FIELDS = {
    "input_usd_per_mtok": marked("prompt tokens"),
    "output_usd_per_mtok": marked("generated tokens"),
    "cached_usd_per_mtok": marked("cached tokens"),
    "cache_write_usd_per_mtok": marked("tokens written to the cache"),
}


@dataclass(frozen=True)
class PriceChange:
    """One price per million tokens that changed."""

    model: str
    field: str
    before_usd: float
    after_usd: float

    def words(self) -> str:
        """The change as one line.

        >>> PriceChange("gpt-4o", "input_usd_per_mtok", 2.5, 2.0).words()
        'gpt-4o, prompt tokens: $2.50 → $2 a million'
        """
        told = {"before": usd_price(self.before_usd), "after": usd_price(self.after_usd)}
        return t(
            "{model}, {field}: {before} → {after} a million", model=self.model, field=t(_FIELDS[self.field]), **told
        )


@dataclass(frozen=True)
class PriceUpdate:
    """The result of an update: the tables to use from now on, what changed, and which rows could not be fetched.

    `failure` is what kept it from the new table; then the old tables stay.
    """

    reference: Reference
    changes: tuple[PriceChange, ...] = ()
    checked: int = 0
    gone: tuple[str, ...] = ()
    failure: str = ""

    @property
    def sentence(self) -> str:
        """The update in words, in the language in force."""
        if self.failure:
            dated = max((price.as_of for price in self.reference.api_prices), default="?")
            told = {"failure": self.failure, "dated": dated}
            return t("No newer prices could be fetched ({failure}); the table of {dated} stays in use.", **told)
        changed = "; ".join(change.words() for change in self.changes) or t("none changed")
        checked = t("{checked} prices were checked: {changed}.", checked=self.checked, changed=changed)
        lost = t("Unusable in the new table, so the old price stays: {models}.", models=", ".join(self.gone))
        return f"{checked} {lost}" if self.gone else checked


def fetch_latest() -> DataSnapshot:
    """The newest table of genai-prices. Uses the network, for at most some ten seconds.

    Raises:
        httpx2.HTTPError: there is no network.
        ValueError: what came is not a table.
        ImportError: the system names a SOCKS proxy, which the client here cannot use.
    """
    snapshot = UpdatePrices(request_timeout=_TIMEOUT).fetch()
    if snapshot is None:
        raise ValueError("an empty table came")
    return snapshot


def update_prices(reference: Reference, now: datetime, fetch: Callable[[], DataSnapshot] = fetch_latest) -> PriceUpdate:
    """Fetches the newest prices and says what changed. Never raises: when it fails, the old tables stay.

    `now` needs a timezone; the fetched rows get its day as their date.
    """
    try:
        snapshot = fetch()
    except (httpx2.HTTPError, ValueError, OSError, ImportError) as error:
        return PriceUpdate(reference, failure=type(error).__name__)
    old = {price.id: price for price in reference.api_prices}
    new, gone = dict(old), []
    for model in reference.api_models:
        try:
            new[model.id] = price_in(snapshot, model, now, "genai-prices, fetched table")
        except (LookupError, ValueError):
            gone.append(model.id)
    changes = tuple(change for row in new.values() if row.id in old for change in _changes(old[row.id], row))
    updated = reference.with_api_prices(tuple(new.values()))
    return PriceUpdate(updated, changes, len(new) - len(gone), tuple(gone))


def start_update(
    reference: Reference, now: datetime, fetch: Callable[[], DataSnapshot] = fetch_latest
) -> "Future[PriceUpdate]":
    """`update_prices` in the background: returns at once; ask the future whether it is `done()`."""
    future: Future[PriceUpdate] = Future()
    thread = threading.Thread(
        target=lambda: future.set_result(update_prices(reference, now, fetch)), name="update-prices", daemon=True
    )
    thread.start()
    return future


def _changes(before: ApiPrice, after: ApiPrice) -> tuple[PriceChange, ...]:
    return tuple(
        PriceChange(after.model, field, getattr(before, field), getattr(after, field))
        for field in _FIELDS
        if abs(getattr(before, field) - getattr(after, field)) > 1e-9
    )
