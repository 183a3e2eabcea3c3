"""What a browser says of its time zone ends no page, however odd."""

import pytest

from tests.app.pages import opened, ran, words

ODD = ["right/Europe/Berlin", "posix/Europe/Berlin", "posixrules", "Europe", "../../etc", "a" * 5_000, "é"]


@pytest.mark.parametrize("zone", ODD, ids=lambda zone: zone[:20])
@pytest.mark.parametrize("page", ["start.py", "progress.py"])
def test_odd_time_zone_ends_no_page(page: str, zone: str) -> None:
    test = opened(page)
    test.context = {"timezone": zone}
    assert "<h1" in words(ran(test))
