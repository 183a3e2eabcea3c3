"""Serves the style sheet of all pages under a name that changes with it, so that browsers keep it for good."""

import hashlib

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_FOR_GOOD = {"cache-control": "public, max-age=31536000, immutable"}


class StyleSheet:
    """The route of one style sheet, and the links by which a document asks for it."""

    def __init__(self, rules: str) -> None:
        self._rules = rules
        self.name = f"look.{hashlib.sha256(rules.encode()).hexdigest()[:16]}.css"

    @property
    def route(self) -> Route:
        """Answers with the rules."""
        return Route(f"/{self.name}", self._answer)

    @property
    def early(self) -> str:
        """For a document's head: has the browser fetch the rules beside the scripts."""
        return f'<link rel="preload" as="style" href="./{self.name}">'

    @property
    def link(self) -> str:
        """For the end of a document's body: behind the rules that Streamlit writes into the head, ours come last."""
        return f'<link rel="stylesheet" href="./{self.name}">'

    async def _answer(self, request: Request) -> Response:
        return Response(self._rules, media_type="text/css", headers=_FOR_GOOD)
