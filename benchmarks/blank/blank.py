"""The baseline: a blank Streamlit page with one heading, and a fragment with one button."""

import streamlit as st

st.title("Blank")


@st.fragment
def counter() -> None:
    if st.button("Count"):
        st.session_state["n"] = st.session_state.get("n", 0) + 1
    st.write(f"Counted {st.session_state.get('n', 0)}")


counter()
