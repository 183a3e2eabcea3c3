"""API prices from genai-prices: its built-in table, or a fetched one. Pure; the network is elsewhere."""

from collections.abc import Iterable
from datetime import UTC, datetime

from genai_prices import Usage
from genai_prices.data_snapshot import DataSnapshot, get_snapshot

from core.content.price_rows import ApiModel, ApiPrice

TABLE_DATE = datetime(2026, 11, 24, tzinfo=UTC)
"""The day on which the built-in table of genai-prices 0.2.3 was compared with litellm (26 of 30 rows agree)."""

_SAMPLE_TOKENS = 1_000
"""Few enough to stay in the lowest tier: a million tokens would silently be priced as long context."""


def table_prices(models: Iterable[ApiModel]) -> tuple[ApiPrice, ...]:
    """The prices of `models` in the table that is built into genai-prices, as on `TABLE_DATE`.

    Raises:
        LookupError: genai-prices does not know one of them.
    """
    source = "genai-prices 0.2.3, built-in table"
    return tuple(price_in(get_snapshot(), model, TABLE_DATE, source) for model in models)


def price_in(snapshot: DataSnapshot, model: ApiModel, now: datetime, source: str) -> ApiPrice:
    """The price of `model` in `snapshot` on the day of `now`, in its lowest tier, at noon UTC (no night discount).

    Raises:
        LookupError: the snapshot does not know it.
    """

    def usd_per_mtok(usage: Usage) -> float:
        priced = snapshot.calc(usage, model.model, model.provider, None, now.replace(hour=12))
        return float(priced.total_price * 1_000_000 / _SAMPLE_TOKENS)

    return ApiPrice(
        id=model.id,
        provider=model.provider,
        model=model.model,
        kind=model.kind,
        input_usd_per_mtok=usd_per_mtok(Usage(input_tokens=_SAMPLE_TOKENS)),
        output_usd_per_mtok=usd_per_mtok(Usage(output_tokens=_SAMPLE_TOKENS)),
        cached_usd_per_mtok=usd_per_mtok(Usage(input_tokens=_SAMPLE_TOKENS, cache_read_tokens=_SAMPLE_TOKENS)),
        cache_write_usd_per_mtok=usd_per_mtok(Usage(input_tokens=_SAMPLE_TOKENS, cache_write_tokens=_SAMPLE_TOKENS)),
        source=source,
        as_of=now.date().isoformat(),
    )
