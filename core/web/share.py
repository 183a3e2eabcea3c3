"""The tags in a document's head from which other programs draw a link: title, sentence, picture. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from starlette.datastructures import Headers
from starlette.types import Scope

from core.content.pages import Page
from core.join.few_params import few_params
from core.join.groups import clipped
from core.join.join import Join
from core.language.choice import LANGUAGE_PARAM, known_language
from core.language.in_force import speaking
from core.language.text import marked, t
from core.web.cards import Card
from core.web.security_headers import sound_host
from core.web.visitor_language import visitor_language

SITE = "LLM Ladder"
PICTURE = "app/static/share.png"
WIDTH, HEIGHT = 1200, 630
_ALT = marked(
    "LLM Ladder: the rungs from prompting through RAG and fine-tuning to pre-training,"
    " each 10 to 100 times more expensive."
)
_MOST_PARAMS = 30
_HOLD_MORE = {f"/{page.value}" for page in (Page.CALCULATORS, Page.DECIDE, Page.HOST, Page.JOIN, Page.REMOTE)}
"""Pages whose address may say more than which thing it opens: inputs, a subject, a room."""


@dataclass(frozen=True)
class Share:
    """Tags for the documents of these pages; a link to one thing on a page bears that thing's name."""

    cards: Mapping[str, Card]
    join: Callable[[], Join]

    def tags(self, scope: Scope) -> str:
        """The title and the meta tags for what a request asks; empty for a path that is no page.

        Of the address, only what names a known thing is repeated: a room's key or a subject never is. Where that
        leaves out what the page needs, no address is told: some programs open the told one instead of the link.
        """
        path = "/" + scope["path"].removeprefix(scope.get("root_path", "")).strip("/")
        card = self.cards.get(path)
        if card is None:
            return ""
        with speaking(visitor_language(scope)):
            return self._tags_of(card, path, scope)

    def _tags_of(self, card: Card, path: str, scope: Scope) -> str:
        query = scope.get("query_string", b"").decode("latin-1")
        given = few_params(query, _MOST_PARAMS) or {}
        place = self.join().at(path.strip("/") or Page.START.value, given)
        params = dict(place.params) if place else {}
        title = f"{clipped(place.title, 80)} · {t(card.title)}" if place and params else t(card.title)
        language = known_language(given.get(LANGUAGE_PARAM))
        told = params | ({LANGUAGE_PARAM: language} if language else {})
        address = f"{path}?{urlencode(told, safe=',')}" if told else path
        whole = path not in _HOLD_MORE or set(given) <= {*params, LANGUAGE_PARAM}
        return _tags(title, t(card.text), base_address(scope), address if whole else None)


def base_address(scope: Scope) -> str | None:
    """The address of this server as the request names it, without a last slash; None when that is no host's name."""
    host = Headers(scope=scope).get("host", "")
    if sound_host(host) is None:
        return None
    scheme = "https" if scope.get("scheme") == "https" else "http"
    return f"{scheme}://{host}{scope.get('root_path', '')}".rstrip("/")


def _tags(title: str, text: str, base: str | None, path: str | None) -> str:
    named = f"{title} · {SITE}"
    tags = [
        f"<title>{escape(named)}</title>",
        _meta("name", "description", text),
        _meta("property", "og:type", "website"),
        _meta("property", "og:site_name", SITE),
        _meta("property", "og:title", title),
        _meta("property", "og:description", text),
        _meta("name", "twitter:card", "summary_large_image" if base else "summary"),
    ]
    if base:
        tags += [_meta("property", "og:url", base + path)] if path else []
        tags += [
            _meta("property", "og:image", f"{base}/{PICTURE}"),
            _meta("property", "og:image:type", "image/png"),
            _meta("property", "og:image:width", str(WIDTH)),
            _meta("property", "og:image:height", str(HEIGHT)),
            _meta("property", "og:image:alt", t(_ALT)),
        ]
    return "".join(tags)


def _meta(kind: str, name: str, value: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(value)}">'
