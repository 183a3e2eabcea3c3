"""The result of a station; while a run goes on, it is looked at again every 0.4 s."""

import streamlit as st

from components import session
from components.announcement.announcement import announcement
from components.lab_compute import lab_compute
from components.lab_curve import lab_curve
from components.lab_outcome import lab_outcome
from components.lab_replies import lab_replies
from components.lab_result import lab_result
from components.lab_steps import SKIPPED, given_guess, has_just_guessed, own_view, refused, stop_run, waited_s
from components.lost_focus import lost_focus
from components.markup import el, icon, show
from components.scroll_to import scroll_to
from core.lab.result import Result, figure_spreads, gather
from core.lab.runner.jobs import State, View
from core.lab_page.guess import compare_guess
from core.lab_page.opened import Opened
from core.lab_page.scaling import SCALING
from core.lab_page.standing import going_words, is_going, share_done
from core.language.text import t
from core.web.lab_runner import lab_recordings

_HERE, _WENT = "lab-result", "lab.went"
_EVERY_S = 0.4
_PATIENCE_S = 1.5
"""Whoever waits longer for a worker sees the recorded run meanwhile."""


def lab_live(opened: Opened) -> None:
    """Draws the run that the visitor started, or the recorded one."""
    show(el("div", id=_HERE, role="group", aria_label=t("Result")))
    if has_just_guessed():
        scroll_to(_HERE)
    going = is_going(own_view(opened.setting))
    st.fragment(_result, run_every=_EVERY_S if going else None)(opened, going)


def _result(opened: Opened, polling: bool) -> None:
    view = own_view(opened.setting)
    if is_going(view) != polling:
        st.rerun()  # only the page can tell this fragment to look again, or to stop looking
    if view is not None and polling:
        _going(opened, view)
    else:
        _over(opened, view)


def _going(opened: Opened, view: View) -> None:
    session.keep(_WENT, view.key)
    with st.container(key="lab-status", horizontal=True, vertical_alignment="center", gap="small"):
        st.progress(share_done(view), going_words(view))
        st.button(t("Stop"), icon=":material/stop:", on_click=stop_run, key="lab.stop")
    words = going_words(view) if view.state is State.WAITING else t("It runs. The result follows here.")
    announcement(words, f"{view.key}.{words}", "lab")
    recorded = lab_recordings().of(opened.setting)
    if view.state is State.WAITING and waited_s() > _PATIENCE_S:
        _say("history", t("Meanwhile, this is the recorded run."))
        _finished(opened, None)
        return
    shown = gather(opened.setting, view.events)
    lab_curve(opened.run, shown, recorded, opened.run.id, going=True)
    lab_replies(shown)


def _over(opened: Opened, view: View | None) -> None:
    if session.take(_WENT):
        lost_focus(".st-key-lab-run button")  # the button that stops it is gone
    if sentence := refused(opened.setting):
        st.warning(sentence, icon=":material/hourglass_top:")
    if view is not None and view.state is not State.FINISHED:
        st.warning(t(view.sentence), icon=":material/info:")
    _finished(opened, view.result if view else None)


def _finished(opened: Opened, live: Result | None) -> None:
    recordings = lab_recordings()
    recorded, shown = recordings.of(opened.setting), live or recordings.run(opened.setting)
    if live is not None:
        _say("bolt", t("Live: run on this server, in world {world}.", world=live.seed))
    elif recorded:
        words = t("Recorded: {n} worlds, run before on another machine.", n=len(recorded))
        _say("history", words)
    else:
        _say("info", t("This combination was not recorded. Run it live to see it."))
    if opened.answers_guess and recorded:
        _outcome(opened, shown)
    if opened.run.id == SCALING and (shown or recorded):
        lab_compute(shown)
    lab_result(opened.run, shown, recorded, opened.run.id)


def _outcome(opened: Opened, shown: Result | None) -> None:
    recorded = lab_recordings().of(opened.setting)
    given, asked = given_guess(opened.station), opened.station.guess
    guess = None if given is None or given == SKIPPED else float(given)
    spread = figure_spreads(recorded)[asked.answer.figure]
    came = shown.figures[asked.answer.figure] if shown else spread.mean
    lab_outcome(asked, guess, compare_guess(guess, asked, shown, recorded), came, spread)


def _say(symbol: str, words: str) -> None:
    show(el("p", icon(symbol), el("span", words), class_="ll-verdict ll-how", role="status"))
