"""A shared link shows a title, a sentence and a picture, and repeats nothing that it should not."""

import re
import struct
from html import unescape

import pytest

import app as server
from core.join.join import join_of
from core.web.cards import Card, read_cards
from core.web.share import HEIGHT, PICTURE, WIDTH, Share, base_address
from tests.open_pages import open_pages
from tests.read_once import load_content

CARDS = read_cards(server.ROOT / "pages")
JOIN = join_of(load_content())


def scope(path: str, query: str = "", host: str = "learn.example:8501", **more: object) -> dict[str, object]:
    return {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [(b"host", host.encode())],
        "scheme": "http",
        **more,
    }


def tags(path: str, query: str = "", **more: object) -> str:
    return Share(CARDS, lambda: JOIN).tags(scope(path, query, **more))


def meta(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in re.findall(r'<meta \w+="([^"]+)" content="([^"]*)">', text)}


def test_every_page_of_the_map_has_a_card_with_its_address():
    assert set(CARDS) == {page.address for page in open_pages()}


@pytest.mark.parametrize("path", CARDS)
def test_a_page_has_a_title_a_sentence_and_a_picture(path: str):
    found = meta(tags(path))
    assert found["og:title"] == CARDS[path].title
    assert found["og:description"] == found["description"] == CARDS[path].text
    assert found["og:image"] == f"http://learn.example:8501/{PICTURE}"
    assert found["og:url"] == f"http://learn.example:8501{path}"
    assert found["twitter:card"] == "summary_large_image"


def test_a_link_to_one_thing_bears_its_name():
    found = meta(tags("/pipeline", "step=sft&utm=x"))
    assert found["og:title"] == "Supervised Fine-Tuning SFT · Training pipeline"
    assert found["og:url"].endswith("/pipeline?step=sft")


def test_keys_names_and_subjects_of_an_address_are_not_repeated():
    for path, query in (("/host", "room=ABC-234&key=secret"), ("/decide", "for=secret"), ("/join", "name=secret")):
        assert "secret" not in tags(path, query)


@pytest.mark.parametrize(
    ("path", "query", "told"),
    [
        ("/join", "room=ABC-234", None),
        ("/calculators", "calc=memory&model=Llama-3.1-70B", None),
        ("/calculators", "calc=memory", "/calculators?calc=memory"),
        ("/join", "lang=de", "/join?lang=de"),
        ("/pipeline", "step=sft&lang=de-AT", "/pipeline?step=sft&lang=de"),
        ("/pipeline", "lang=tlh", "/pipeline"),
    ],
)
def test_no_address_is_told_that_would_open_less_than_the_link(path: str, query: str, told: str | None):
    assert meta(tags(path, query)).get("og:url") == (told and f"http://learn.example:8501{told}")


@pytest.mark.parametrize("query", ['step="><script>x</script>', "step=%00", "&" * 5_000, "a=1&" * 200, "%ff%fe=%ff"])
def test_any_query_does_no_harm(query: str):
    text = tags("/pipeline", query)
    assert "<script" not in text
    assert meta(text)["og:title"] == "Training pipeline"


@pytest.mark.parametrize("host", ['x"><script>', "a b", "", "evil.example/path", "x@y", "[::g]"])
def test_a_host_that_is_none_is_not_repeated(host: str):
    text = tags("/", host=host)
    assert "og:image" not in text
    assert "<script" not in text


@pytest.mark.parametrize("host", ["learn.example", "127.0.0.1:8501", "[::1]:8501", "localhost"])
def test_hosts_and_schemes_are_taken_from_the_request(host: str):
    assert base_address(scope("/", host=host, scheme="https")) == f"https://{host}"


def test_a_server_below_a_path_says_so():
    found = meta(tags("/course/pipeline", "step=sft", root_path="/course"))
    assert found["og:url"] == "http://learn.example:8501/course/pipeline?step=sft"
    assert found["og:image"] == f"http://learn.example:8501/course/{PICTURE}"


def test_what_is_no_page_has_no_tags():
    assert tags("/tea") == ""


def test_words_of_cards_are_escaped():
    share = Share({"/": Card('A "quote" & <b>', "x<y")}, lambda: JOIN)
    text = share.tags(scope("/"))
    assert "<b>" not in text
    assert meta(text)["og:title"] == 'A "quote" & <b>'


def test_the_picture_is_there_in_the_size_that_is_said():
    data = (server.ROOT / "pages/static/share.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (WIDTH, HEIGHT)
    assert len(data) < 300_000


@pytest.mark.parametrize("path", CARDS)
def test_a_link_that_names_a_language_is_told_in_it(path: str):
    found, english = meta(tags(path, "lang=de")), meta(tags(path))
    assert found["og:description"] == found["description"] != english["og:description"]
    assert found["og:image:alt"].startswith("LLM Ladder: die Sprossen")


def test_a_shared_page_has_its_german_title():
    assert meta(tags("/decide", "lang=de"))["og:title"] == "Entscheidungshilfe"
    assert meta(tags("/decide", "lang=xx"))["og:title"] == "Decision guide"
