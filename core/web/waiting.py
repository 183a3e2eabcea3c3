"""What a document shows until the front end has come: on a slow line that is many seconds. It reads its own HTML.

The front end throws it away with its first drawing. Who waits less than two seconds never sees it.
"""

import re
from html import escape
from pathlib import Path

from core.language.in_force import speaking
from core.language.text import t
from core.palette import TOKENS

_WAITING = (Path(__file__).parent / "waiting.html").read_text(encoding="utf-8")
_COLOURS = {
    name: f"light-dark({TOKENS[name].light}, {TOKENS[name].dark})" for name in ("paper", "ink", "marker", "on-marker")
}
_ROOT = '<div id="root">'
_NO_SCRIPT = re.compile(r"(<noscript>).*?(</noscript>)", re.DOTALL)


def with_waiting(document: str, language: str) -> str:
    """The document with words in the empty place of the app, and with ours for browsers that run no scripts."""
    with speaking(language):
        said = {
            "waiting": t("Loading. On a slow connection the first visit takes a while."),
            "still": t("If nothing comes, load the page again."),
        }
        no_script = t("LLM Ladder needs JavaScript. Allow it in your browser, then load the page again.")
    waiting = _WAITING
    for name, text in {**_COLOURS, **said}.items():
        waiting = waiting.replace(f"{{{name}}}", escape(text))
    document = _NO_SCRIPT.sub(lambda found: f"{found[1]}<p>{escape(no_script)}</p>{found[2]}", document, count=1)
    return document.replace(_ROOT, _ROOT + waiting, 1)
