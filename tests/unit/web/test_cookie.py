import stat
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from threading import Timer

import pytest
from itsdangerous import URLSafeSerializer
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from core.web.cookie import COOKIE, SECURE_COOKIE, LearnerCookie, learner_key, read_or_make_secret
from tests.history import cookie

SECRET = "a secret of the tests"


NOW = datetime(2026, 3, 2, tzinfo=UTC)


def client(secret=SECRET, base_url="http://testserver", now=NOW):
    routes = [
        Route("/", lambda request: HTMLResponse("<html><head></head></html>")),
        Route("/data", lambda request: JSONResponse({})),
    ]
    return TestClient(LearnerCookie(Starlette(routes=routes), secret, lambda: now), base_url=base_url)


def test_the_first_document_brings_the_cookie_and_the_next_does_not():
    browser = client()
    first = browser.get("/").headers["set-cookie"]
    assert first.startswith(f"{COOKIE}=")
    for word in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=31536000"):
        assert word in first
    assert "set-cookie" not in browser.get("/").headers


def test_no_cache_on_the_way_may_give_the_cookie_to_somebody_else():
    assert client().get("/").headers["cache-control"] == "private, no-cache"


def test_who_comes_back_stays_the_same_learner_for_longer_than_the_year_of_one_cookie():
    own = client().get("/").cookies[COOKIE]
    for weeks in (3, 7, 13, 58):
        later = client(now=NOW + timedelta(weeks=weeks)).get("/", headers={"cookie": f"{COOKIE}={own}"})
        assert ("set-cookie" in later.headers) == (weeks != 3)
        if weeks != 3:
            assert "Max-Age=31536000" in later.headers["set-cookie"]
            assert learner_key(later.cookies[COOKIE], SECRET) == learner_key(own, SECRET)


def test_cookie_from_before_its_day_was_noted_is_given_again_for_the_same_learner():
    old = cookie("somebody", SECRET)["value"]
    again = client().get("/", headers={"cookie": f"{COOKIE}={old}"}).cookies[COOKIE]
    assert again != old and learner_key(again, SECRET) == learner_key(old, SECRET) is not None


def test_only_documents_set_the_cookie():
    assert "set-cookie" not in client().get("/data").headers


def test_behind_https_it_is_secure_and_bound_to_the_host():
    header = client(base_url="https://testserver").get("/").headers["set-cookie"]
    assert header.startswith(f"{SECURE_COOKIE}=") and header.endswith("; Secure")


def test_every_browser_is_another_learner():
    keys = {learner_key(client().get("/").cookies[COOKIE], SECRET) for _ in range(5)}
    assert len(keys) == 5 and None not in keys


@pytest.mark.parametrize("forged", ["", "x", "Imhh.bad", "ImFkYSI.bad", "a" * 10_000, "ä; ö", '"quoted'])
def test_a_forged_cookie_is_nobody_and_is_replaced(forged):
    assert learner_key(forged, SECRET) is None
    response = client().get("/", headers={"cookie": f"{COOKIE}={forged}".encode("latin-1")})
    assert "set-cookie" in response.headers


@pytest.mark.parametrize("odd", ['settings={"a":1}', "note=two words", "flag", "a@b=1", "x[y]=1", "path=/"])
def test_an_odd_cookie_of_another_app_on_this_machine_makes_nobody_new(odd):
    own = client().get("/").cookies[COOKIE]
    assert "set-cookie" not in client().get("/", headers={"cookie": f"{odd}; {COOKIE}={own}"}).headers


def test_a_cookie_of_another_server_is_nobody():
    foreign = client("another secret").get("/").cookies[COOKIE]
    assert learner_key(foreign, SECRET) is None


def test_what_the_store_knows_is_a_hash():
    cookie = client().get("/").cookies[COOKIE]
    key = learner_key(cookie, SECRET)
    assert len(key) == 64 and key not in cookie
    learner, _given = URLSafeSerializer(SECRET, salt="learner").loads(cookie)
    assert learner not in key and key == sha256(learner.encode()).hexdigest()


def test_the_secret_outlives_a_restart_and_is_for_the_owner_only(tmp_path):
    first = read_or_make_secret(None, tmp_path / "data")
    assert read_or_make_secret(None, tmp_path / "data") == first
    assert stat.S_IMODE((tmp_path / "data" / "cookie_secret").stat().st_mode) == 0o600
    assert len(first) >= 40


def test_servers_that_start_together_have_one_secret(tmp_path):
    path = tmp_path / "cookie_secret"
    path.touch()
    other = Timer(0.2, path.write_text, ["made by the other"])
    other.start()
    assert read_or_make_secret(None, tmp_path) == "made by the other"
    other.join()


def test_a_secret_that_nobody_wrote_to_its_end_is_made_anew(tmp_path):
    (tmp_path / "cookie_secret").touch()
    made = read_or_make_secret(None, tmp_path)
    assert len(made) >= 40 and read_or_make_secret(None, tmp_path) == made


def test_a_secret_that_is_given_is_used_and_not_kept(tmp_path):
    assert read_or_make_secret("given", tmp_path / "data") == "given"
    assert not (tmp_path / "data").exists()
