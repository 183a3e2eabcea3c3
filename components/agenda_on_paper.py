"""The plan of a workshop for its host, to be printed the evening before: what to check, and every step."""

import streamlit as st

from components import session
from components.agenda_step_on_paper import agenda_step_on_paper
from components.markup import el, show
from components.page_link import page_link
from components.print_button.print_button import print_button
from components.printed_from import printed_from
from core.content.agendas import AnyStep, GuideStep, LabStep
from core.content.models import Content
from core.content.pages import Page
from core.language.text import t
from core.workshop.plan import Plan, first_to_go, minutes_words, planned


def agenda_on_paper(content: Content, plan: Plan) -> None:
    """Draws the whole plan; it has all answers, so only a host's page shows it."""
    minutes = minutes_words(sum(step.minutes for step in plan.steps))
    with st.container(key="no-print-plan", horizontal=True, vertical_alignment="center", gap="small"):
        _back(plan)
        print_button("plan.print")
    show(
        el("h1", plan.title),
        el("p", _told(plan, minutes), class_="ll-lede"),
        printed_from(),
        el("h2", t("Before it begins")),
        el("ul", *(el("li", line) for line in _before(content, plan))),
        el("h2", t("When time runs short")),
        el("ul", *(el("li", line) for line in _late(plan.steps))),
        *(agenda_step_on_paper(content, one, plan.code) for one in planned(plan.steps)),
        class_="ll ll-stack ll-plan",
    )


def _back(plan: Plan) -> None:
    if plan.code:
        page_link(Page.HOST, t("Back to the room"), "arrow_back", {"room": plan.code}, carry_back=False)
    elif "from" not in session.params():  # else the way back stands above
        given = {"agenda": session.params()["agenda"]} if "agenda" in session.params() else {}
        page_link(Page.HOST, t("Back to the choice of an agenda"), "arrow_back", given, carry_back=False)


def _told(plan: Plan, minutes: str) -> str:
    count = len(plan.steps)
    return t("{count} steps, {minutes} min. It has your notes and all answers.", count=count, minutes=minutes)


def _before(content: Content, plan: Plan) -> list[str]:
    address = f"{session.server_address()}/join"
    if plan.code:
        joined = t("People join at {address} with the code {code}.", address=address, code=plan.code)
    else:
        joined = t("People join at {address} with the code that opening the room gives you.", address=address)
    lines = [
        t("Open the room on the computer at the projector. Its menu Links has the projector's window, and the remote."),
        f"{joined} {t('Try it with a phone, in the network that they will use.')}",
        t("Everybody needs a phone or a laptop with a browser, and no account."),
    ]
    given = {step.case for agenda in content.agendas for step in agenda.steps if isinstance(step, GuideStep)}
    for step in plan.steps:
        if isinstance(step, GuideStep) and step.case in given:
            lines.append(t("For “{title}”, write a case in two or three sentences under Agenda.", title=step.title))
        if isinstance(step, LabStep):
            lines.append(t("Try the experiment of “{title}” once, in a room of your own.", title=step.title))
    return lines


def _late(steps: tuple[AnyStep, ...]) -> list[str]:
    lines = [t("The clock on your page says how far behind the plan you are.")]
    spare = first_to_go(steps)
    if spare:
        named = [t("“{title}” ({minutes} min)", title=one.title, minutes=minutes_words(one.minutes)) for one in spare]
        lines.append(t("Leave out first: {steps}.", steps=", ".join(named)))
    lines.append(t("Keep the time for the last step: what people take home is said there."))
    return lines
