"""The mock interview: chosen, asked, rated by the learner, debriefed; and past ones compared."""

import streamlit as st

from components import session
from components.address_note import address_note
from components.key_presses.key_presses import key_presses
from components.mock_debrief import mock_debrief
from components.mock_past import mock_past
from components.mock_question import mock_question
from components.mock_rating import mock_rating
from components.mock_start import mock_start
from components.open_mock import open_mock
from components.past_mocks import past_mocks
from components.store_errors_shown import store_errors_shown
from core.content.models import Content
from core.interview.mock import MockInterview
from core.language.text import t


@st.fragment
def mock_interview(content: Content, just_read: list[MockInterview]) -> None:
    """Draws the debrief that the address names, else the interview that is going on or being rated, else the start.

    What was `just_read` is taken out of its list: a rerun of the fragment is given the same list, and reads anew.
    """
    with store_errors_shown("mock", t("Interview")):
        wanted = session.params().get("session")
        past = next((mock for mock in past_mocks() if mock.id == wanted), None) if wanted else None
        if past is not None:
            with st.container(key="interview-wide", gap="small"):
                mock_debrief(content, past)
            return
        if wanted:
            address_note(t("The address names an interview that is not kept here. It was ignored."))
        mock = just_read.pop() if just_read else open_mock()
        if mock is not None and mock.over:
            with st.container(key="interview-wide", gap="small"):
                mock_rating(content, mock)
        elif mock is not None:
            mock_question(content, mock)
        else:
            mock_start(content)
            mock_past(content)
            key_presses({}, "start", "ll-head")
