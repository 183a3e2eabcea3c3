"""Prices brought up to date on the calculators' page: what came of it is told in the language of the page."""

from concurrent.futures import Future

import pytest

from components import calculator_prices
from core.calculators.prices import PriceUpdate
from core.content.loader import OWN_DIRECTORY
from core.content.reference_loader import load_reference
from tests.app.pages import opened, press, ran, words


def test_updated_prices_leave_the_tables_in_the_language_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    done: Future[PriceUpdate] = Future()
    monkeypatch.setattr(calculator_prices, "start_update", lambda *_: done)
    test = press(opened("calculators.py", {"calc": "cost"}), "calculator-guess.cost.skip")
    press(test, "prices.update")
    done.set_result(PriceUpdate(load_reference(OWN_DIRECTORY / "reference"), failure="ConnectError"))
    assert "No newer prices could be fetched (ConnectError)" in words(ran(test))
    said = words(press(test, "language.0"))
    assert "Keine neueren Preise" in said and "No newer prices" not in said
    assert "Implies $5 an A10G-hour" not in said
