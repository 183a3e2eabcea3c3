"""API prices: the built-in table, its traps, its age, and bringing it up to date."""

import copy
from datetime import datetime
from decimal import Decimal

import httpx2
import pytest
from genai_prices.data_snapshot import DataSnapshot, get_snapshot
from genai_prices.types import ModelPrice

from core.calculators.prices import PriceChange, start_update, update_prices
from core.content.api_prices import TABLE_DATE, price_in, table_prices
from core.content.reference import ApiKind, ApiModel, Reference


def no_network() -> DataSnapshot:
    raise httpx2.ConnectError("no route to host")


def cheaper_gpt_4o() -> DataSnapshot:
    providers = [copy.copy(provider) for provider in get_snapshot().providers]
    openai = next(provider for provider in providers if provider.id == "openai")
    openai.models = [copy.copy(model) for model in openai.models]
    model = next(model for model in openai.models if model.id == "gpt-4o")
    model.prices = ModelPrice(input_mtok=Decimal(2), output_mtok=Decimal(10), cache_read_mtok=Decimal(1))
    return DataSnapshot(providers=providers, from_auto_update=True)


def without_mistral() -> DataSnapshot:
    providers = [provider for provider in get_snapshot().providers if provider.id != "mistral"]
    return DataSnapshot(providers=providers, from_auto_update=True)


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("gpt-4o", (2.5, 10, 1.25, 2.5)),
        ("gpt-4o-mini", (0.15, 0.6, 0.075, 0.15)),
        ("gpt-4.1", (2, 8, 0.5, 2)),
        ("gpt-5", (1.25, 10, 0.125, 1.25)),
        ("claude-sonnet-4-5", (3, 15, 0.3, 3.75)),
        ("claude-opus-4-5", (5, 25, 0.5, 6.25)),
        ("gemini-2.5-pro", (1.25, 10, 0.125, 1.25)),
        ("deepseek-chat", (0.27, 1.1, 0.07, 0.27)),
        ("text-embedding-3-small", (0.02, 0, 0.02, 0.02)),
    ],
)
def test_table_has_the_list_price(model: str, expected: tuple[float, ...], reference: Reference) -> None:
    row = reference.api_price(model)
    found = (row.input_usd_per_mtok, row.output_usd_per_mtok, row.cached_usd_per_mtok, row.cache_write_usd_per_mtok)
    assert found == pytest.approx(expected)


def test_tiered_price_is_read_in_its_lowest_tier(reference: Reference) -> None:
    row = reference.api_price("claude-sonnet-4-5")
    assert (row.input_usd_per_mtok, row.output_usd_per_mtok) == (3, 15), "a million tokens would give 6 and 22.50"


def test_tuned_and_embedding_ids_need_their_provider() -> None:
    tuned = ApiModel(id="ft", provider="openai", model="ft:gpt-4o-mini-2024-07-18", kind=ApiKind.CHAT)
    assert table_prices([tuned])[0].input_usd_per_mtok == pytest.approx(0.3)
    with pytest.raises(LookupError):
        table_prices([tuned.model_copy(update={"model": "ft:gpt-4.1-2025-04-14"})])


def test_every_api_model_has_a_price_with_source_and_date(reference: Reference) -> None:
    assert {model.id for model in reference.api_models} == {price.id for price in reference.api_prices}
    for price in reference.api_prices:
        assert price.input_usd_per_mtok > 0
        assert "genai-prices 0.2.3" in price.source
        assert price.as_of == TABLE_DATE.date().isoformat()


def test_night_discount_is_left_out(now: datetime) -> None:
    model = ApiModel(id="deepseek", provider="deepseek", model="deepseek-chat", kind=ApiKind.CHAT)
    prices = {
        price_in(get_snapshot(), model, now.replace(hour=hour), "test").input_usd_per_mtok for hour in (0, 12, 20)
    }
    assert prices == {0.27}


def test_no_network_is_a_sentence_and_the_old_table_stays(reference: Reference, now: datetime) -> None:
    update = update_prices(reference, now, no_network)
    assert update.reference is reference
    assert update.changes == ()
    assert update.sentence == "No newer prices could be fetched (ConnectError); the table of 2026-11-24 stays in use."


def test_table_that_is_none_is_a_sentence_too(reference: Reference, now: datetime) -> None:
    def nonsense() -> DataSnapshot:
        raise ValueError("Expected fetched prices payload to be a provider array")

    assert "stays in use" in update_prices(reference, now, nonsense).sentence


def test_proxy_that_the_client_cannot_use_is_a_sentence_too(
    reference: Reference, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9")
    assert "stays in use" in update_prices(reference, now).sentence


def test_same_table_says_that_none_changed(reference: Reference, now: datetime) -> None:
    update = update_prices(reference, now, get_snapshot)
    assert update.changes == ()
    assert update.sentence == f"{len(reference.api_models)} prices were checked: none changed."
    assert update.reference.api_price("gpt-4o").as_of == "2026-11-25"


def test_changed_price_is_said_and_used(reference: Reference, now: datetime) -> None:
    reference.api_price("gpt-4o")  # fills the lookup that a plain copy would keep
    update = update_prices(reference, now, cheaper_gpt_4o)
    assert "gpt-4o, prompt tokens: $2.50 → $2 a million" in update.sentence
    assert PriceChange("gpt-4o", "cached_usd_per_mtok", 1.25, 1.0) in update.changes
    assert update.reference.api_price("gpt-4o").input_usd_per_mtok == 2
    assert reference.api_price("gpt-4o").input_usd_per_mtok == 2.5


def test_model_that_is_gone_keeps_its_old_price(reference: Reference, now: datetime) -> None:
    update = update_prices(reference, now, without_mistral)
    assert (
        "Unusable in the new table, so the old price stays: mistral-large-latest, mistral-small-latest, mistral-embed."
        in (update.sentence)
    )
    assert update.reference.api_price("mistral-embed") == reference.api_price("mistral-embed")


def test_update_in_the_background_returns_at_once(reference: Reference, now: datetime) -> None:
    future = start_update(reference, now, get_snapshot)
    assert future.result(timeout=30).changes == ()
