"""The language that a request asks for, before any session knows it. Pure."""

from starlette.requests import HTTPConnection
from starlette.types import Scope

from core.language.choice import LANGUAGE_COOKIE, LANGUAGE_PARAM, accepted_language, known_language
from core.language.in_force import ENGLISH


def visitor_language(scope: Scope) -> str:
    """The language that the page will most likely speak: the address's, the one kept, the browser's, else English."""
    asked = HTTPConnection(scope)
    named = known_language(asked.query_params.get(LANGUAGE_PARAM))
    kept = named or known_language(asked.cookies.get(LANGUAGE_COOKIE))
    return kept or accepted_language(asked.headers.get("accept-language", "")) or ENGLISH
