"""A list whose rows can be moved up and down: by button, by Alt and an arrow, or by dragging."""

from components import session
from components.browser_code.browser_component import browser_component
from core.language.text import t

_mount = browser_component(__file__, '<div class="steps">\n</div>', "elements", "views")


def step_list(texts: dict[str, str], key: str, drafted: tuple[str, ...] | None) -> None:
    """Draws the rows by id in the order given; under `key` the session holds `steps` once one was moved."""
    reported = session.reported(key, "steps")
    placed = reported if isinstance(reported, list) and sorted(map(str, reported)) == sorted(texts) else drafted
    rows = [{"id": name, "text": texts[name]} for name in placed or texts]
    default = {"steps": list(drafted) if drafted else None}
    _mount(key=key, data={"rows": rows, "words": _words()}, default=default, on_steps_change=lambda: None)


def _words() -> dict[str, str]:
    """What the browser says; the names in braces are filled there."""
    return {
        "now": t("{text}: now {place} of {count}."),
        "first": t("{text} is already first."),
        "last": t("{text} is already last."),
        "up": t("Move up: {text}"),
        "down": t("Move down: {text}"),
        "order": t("Your order, first to last"),
        "how": t("Move rows with the arrows"),
        "keys": t(", by dragging, or with Alt and the up or down arrow key"),
    }
