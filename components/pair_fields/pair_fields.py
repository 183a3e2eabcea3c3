"""Left sides, each with a menu of right sides: the browser's own menu, which phones open in full."""

from collections.abc import Callable

from components import session
from components.browser_code.browser_component import browser_component
from components.reported_texts import reported_texts
from core.language.text import t

_mount = browser_component(__file__, '<div class="pairs">\n</div>', "elements", "views")


def pair_fields(
    lefts: dict[str, str],
    rights: dict[str, str],
    key: str,
    drafted: dict[str, str],
    on_submit: Callable[[], None] | None,
) -> None:
    """Draws a row for each left side; under `key` the session holds `pairs`: left id to right id.

    Enter goes to the next menu that is open; once none is, it calls `on_submit`.
    """
    reported = reported_texts(key, "pairs")
    pairs = drafted if reported is None else reported
    data = {"lefts": list(lefts.items()), "rights": list(rights.items()), "pairs": pairs, "words": _words()}

    def submitted() -> None:
        if on_submit and session.trigger(key, "submitted"):
            on_submit()

    _mount(
        key=key,
        data=data,
        default={"pairs": drafted},
        on_pairs_change=lambda: None,
        on_submitted_change=submitted,
    )


def _words() -> dict[str, str]:
    """What the browser says; the names in braces are filled there."""
    return {
        "choose": t("Choose …"),
        "in_use": t(" (in use)"),
        "twice": t("Also matched with “{text}”. Each has one match."),
        "count": t("{given} of {count} matched"),
    }
