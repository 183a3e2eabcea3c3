"""Start. What this is, the ladder, and where to begin."""

import streamlit as st

from components import session
from components.course_uses import course_uses
from components.first_screen import first_screen
from components.ladder import ladder
from components.summary import summary

content = session.content()
words, picture = st.columns([7, 6], gap="large", vertical_alignment="center")
with words:
    summary(content)
with picture:
    ladder(content)
first_screen()
course_uses()
