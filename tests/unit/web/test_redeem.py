"""The route for a code: who may post to it, what it sets, and how often it may be guessed at."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from core.store.errors import BUSY, StoreError
from core.store.store import Store, open_store
from core.web.cookie import COOKIE, SECURE_COOKIE, learner_key
from core.web.guess_limit import A_BROWSER, AN_ADDRESS, OVERALL, WINDOW, GuessLimit
from core.web.redeem import redeem_route
from tests.history import cookie, key_of
from tests.unit.quiz.moments import START, answered

SECRET = "only for tests"


def clock() -> datetime:
    return START


OURS = {"origin": "http://ladder.test"}
ANNA = key_of("anna", SECRET)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(None, tmp_path)
    store.log.append(ANNA, answered(1, "x"))
    yield store
    store.close()


@pytest.fixture
def browser(store: Store) -> TestClient:
    return client(store)


def client(store: Store, base_url: str = "http://ladder.test") -> TestClient:
    app = Starlette(routes=[redeem_route(SECRET, lambda: store, clock)])
    return TestClient(app, base_url=base_url, follow_redirects=False)


def offered(store: Store, code: str = "K7QM-2XWD") -> str:
    store.learners.offer_code(ANNA, code, START)
    return code


def outcome(browser: TestClient, code: str, headers: dict[str, str] | None = None) -> str:
    answer = browser.post("/learner/redeem", data={"code": code}, headers=OURS if headers is None else headers)
    if answer.status_code != 303:
        return str(answer.status_code)
    return str(answer.headers["location"]).removeprefix("../progress?device=")


def test_good_code_makes_the_browser_that_learner_under_a_fresh_cookie(store: Store, browser: TestClient) -> None:
    own = cookie("ben", SECRET)
    store.log.append(key_of("ben", SECRET), answered(2, "y"))
    browser.cookies.set(own["name"], own["value"])
    assert outcome(browser, offered(store)) == "joined"
    given = browser.cookies.get(COOKIE, domain="ladder.test") or browser.cookies.get(COOKIE, domain="ladder.test.local")
    assert given
    assert given != own["value"]
    fresh = learner_key(given, SECRET)
    assert fresh
    log = store.log.entries(ANNA)
    assert [entry.id for entry in log] == ["a1", "a2"]
    assert store.log.entries(fresh) == store.log.entries(key_of("ben", SECRET)) == log


def test_code_that_was_right_is_no_guess(store: Store, browser: TestClient) -> None:
    own = cookie("ben", SECRET)
    for number in range(A_BROWSER + 1):
        browser.cookies.clear()
        browser.cookies.set(own["name"], own["value"])
        assert outcome(browser, offered(store, f"K7QM-2XW{number + 2}")) == "joined"


def test_cookie_of_the_answer_is_hidden_from_scripts_and_other_sites(store: Store, browser: TestClient) -> None:
    code = offered(store)
    answer = browser.post("/learner/redeem", data={"code": code}, headers=OURS)
    header = answer.headers["set-cookie"]
    assert header.startswith(f"{COOKIE}=")
    assert "HttpOnly" in header
    assert "SameSite=Lax" in header
    assert "Secure" not in header
    assert answer.headers["cache-control"] == "no-store"


def test_cookie_is_bound_to_its_host_where_the_page_came_over_https(store: Store) -> None:
    secure = client(store, "https://ladder.test")
    answer = secure.post("/learner/redeem", data={"code": offered(store)}, headers={"origin": "https://ladder.test"})
    assert answer.headers["set-cookie"].startswith(f"{SECURE_COOKIE}=")
    assert answer.headers["set-cookie"].endswith("; Secure")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.test"},
        {"origin": "null"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site", **OURS},
        {"sec-fetch-site": "same-site", **OURS},
        {"sec-fetch-site": "none"},
    ],
    ids=str,
)
def test_post_from_elsewhere_is_refused_and_uses_nothing_up(
    store: Store, browser: TestClient, headers: dict[str, str]
) -> None:
    code = offered(store)
    assert outcome(browser, code, headers) == "403"
    assert outcome(browser, code) == "joined"


def test_link_cannot_redeem_a_code(store: Store, browser: TestClient) -> None:
    assert browser.get(f"/learner/redeem?code={offered(store)}", headers=OURS).status_code == 405


@pytest.mark.parametrize("code", ["", "AAAA-AAAA", "x" * 5_000, "<b>", "\x00", "é"], ids=ascii)
def test_code_that_is_none_is_told_and_sets_no_cookie(browser: TestClient, code: str) -> None:
    assert outcome(browser, code) == "wrong"
    assert not browser.cookies


def test_code_is_good_once(store: Store, browser: TestClient) -> None:
    code = offered(store)
    assert outcome(browser, code) == "joined"
    assert outcome(client(store), code) == "wrong"


def test_store_that_fails_is_told_and_sets_no_cookie(store: Store) -> None:
    def broken() -> Store:
        raise StoreError(BUSY)

    app = Starlette(routes=[redeem_route(SECRET, broken, clock)])
    browser = TestClient(app, base_url="http://ladder.test", follow_redirects=False)
    assert outcome(browser, "K7QM-2XWD") == "failed"
    assert not browser.cookies


def test_browser_that_guesses_has_to_wait_even_with_the_right_code(store: Store, browser: TestClient) -> None:
    browser.cookies.set(COOKIE, cookie("eve", SECRET)["value"])
    assert [outcome(browser, f"AAAA-AAA{n}") for n in range(A_BROWSER)] == ["wrong"] * A_BROWSER
    assert outcome(browser, offered(store)) == "wait"


def test_address_that_guesses_with_ever_new_cookies_has_to_wait(store: Store, browser: TestClient) -> None:
    found = []
    for n in range(AN_ADDRESS + 1):
        browser.cookies.clear()
        browser.cookies.set(COOKIE, cookie(f"eve-{n}", SECRET)["value"])
        found.append(outcome(browser, "AAAA-AAAA"))
    assert found == ["wrong"] * AN_ADDRESS + ["wait"]


def test_limit_counts_all_together_and_lets_go_after_its_window() -> None:
    limit = GuessLimit()
    assert all(limit.admits({f"address {n}": AN_ADDRESS}, START) for n in range(OVERALL))
    assert not limit.admits({"another": AN_ADDRESS}, START + WINDOW - timedelta(seconds=1))
    assert limit.admits({"another": AN_ADDRESS}, START + WINDOW)


def test_guesses_that_were_refused_do_not_prolong_the_wait() -> None:
    limit = GuessLimit()
    assert [limit.admits({"eve": 2}, START) for _ in range(9)] == [True, True] + [False] * 7
    assert limit.admits({"eve": 2}, START + WINDOW)


def test_right_code_forgets_itself_and_not_the_guesses_before_it() -> None:
    limit = GuessLimit()
    assert limit.admits({"anna": 2, "house": 9}, START)
    assert limit.admits({"anna": 2, "house": 9}, START)
    limit.take_back("anna")
    assert [limit.admits({"anna": 2, "house": 9}, START) for _ in range(2)] == [True, False]
