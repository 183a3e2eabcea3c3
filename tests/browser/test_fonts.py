"""Which fonts a first visit fetches: those that a page shows, and no other."""

import pytest
from playwright.sync_api import Request

from tests.browser.visit import Visit


@pytest.mark.parametrize("address", ["/", "/pipeline", "/quick-fire", "/calculators"])
def test_first_visit_fetches_no_font_of_streamlit_that_is_read(visit: Visit, address: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.resource_type == "font":
            asked.append(request.url.rpartition("/")[2])

    visit.page.on("request", note)
    visit.open(address)
    assert any(name.startswith("ibm-plex-sans") for name in asked)
    assert [name for name in asked if name.startswith("Source")] == []
