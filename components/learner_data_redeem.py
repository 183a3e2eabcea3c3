"""The field for a code from another device: a plain form, since only the server can change the cookie."""

from xml.etree import ElementTree as ET

from components import session
from components.markup import el, icon, show
from components.scroll_to import scroll_to
from core.language.text import marked, t
from core.web.redeem import PATH, Outcome

_SHAPE = "AB2C-D3EF"
_TOLD = {
    Outcome.JOINED: (
        "check_circle",
        marked("This browser continues as the learner on your other device. Both share one record."),
    ),
    Outcome.WRONG: (
        "cancel",
        marked("That code is not valid: mistyped, used, or older than ten minutes. Check it, or show a new one there."),
    ),
    Outcome.WAIT: ("hourglass_top", marked("Too many codes were tried. Wait ten minutes, then type the next one.")),
    Outcome.FAILED: (
        "sync_problem",
        marked("Nothing could be saved, but the code is still valid. Try again."),
    ),
}


def learner_data_redeem() -> None:
    """Draws the form, and what became of the last code."""
    outcome = _outcome()
    wrong = outcome is not None and outcome is not Outcome.JOINED
    told = _told(outcome, wrong) if outcome else None
    field = el(
        "input",
        class_="ll-input ll-code",
        id="device-code",
        type="text",
        required="required",
        maxlength="12",
        size="12",
        autocomplete="off",
        autocapitalize="characters",
        spellcheck="false",
        placeholder=_SHAPE,
        **({"aria_describedby": "device-told", "aria_invalid": "true"} if wrong else {}),
    )
    field.set("name", "code")
    form = el(
        "form",
        el("label", t("Code from the other device"), **{"for": "device-code"}),
        el("div", field, el("button", t("Continue here"), type="submit", class_="ll-button"), class_="ll-inline"),
        method="post",
        action=PATH.removeprefix("/"),
        class_="ll-form",
    )
    words = t(
        "Show a code on the device that has your progress, and type it here. Answers given here are added to "
        "those there. Where both have settings, or an exam or interview open, those there stay."
    )
    show(el("h3", t("From another device")), el("p", words), form, told, class_="ll ll-stack ll-strip")
    if outcome and session.once("learner-data.scrolled", outcome.value):
        scroll_to("device-told")


def _told(outcome: Outcome, wrong: bool) -> ET.Element:
    symbol, words = _TOLD[outcome]
    tone = "ll-error" if wrong else None
    return el("p", icon(symbol), f" {t(words)}", id="device-told", class_=tone, role="alert" if wrong else "status")


def _outcome() -> Outcome | None:
    given = session.params().get("device", "")
    return Outcome(given) if given in set(Outcome) else None
