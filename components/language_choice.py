"""The visitor's language: what the address names or they chose, else the room's, else the browser's, else English."""

from streamlit.runtime.scriptrunner import get_script_run_ctx

from components import session
from core.language.choice import LANGUAGE_COOKIE, LANGUAGE_PARAM, known_language
from core.language.in_force import ENGLISH, answer_by, speak


def chosen_language() -> str | None:
    """The code of the language that the visitor chose, now or on an earlier visit; None when they chose none.

    What an address names counts until a language is chosen: Back may lead to an address from before the choice.
    """
    return session.kept("language") or _named() or known_language(session.cookie(LANGUAGE_COOKIE))


def choose_language(code: str) -> None:
    """Keeps the visitor's choice, and speaks that language from now on; what the address named has no more say."""
    session.put_param(LANGUAGE_PARAM, None)
    session.keep("language", code)
    speak(code)


def settle_language() -> str:
    """Finds the language, keeps the one that the address names, and speaks it for the rest of this run."""
    if session.kept("language") is None:
        session.keep("language", _named())
    of_room = known_language(session.kept("language.of_room"))
    found = chosen_language() or of_room or known_language(session.browser_locale()) or ENGLISH
    if _named() not in (None, found):
        session.put_param(LANGUAGE_PARAM, None)  # from before the choice: a reload would bring the old language
    speak(found)
    return found


def _named() -> str | None:
    return known_language(session.params().get(LANGUAGE_PARAM))


def _asked() -> str:
    """The language for a thread that has none yet, such as that of a fragment or a callback."""
    return ENGLISH if get_script_run_ctx(suppress_warning=True) is None else settle_language()


answer_by(_asked)
