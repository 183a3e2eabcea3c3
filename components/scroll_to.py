"""Brings a piece of the page into view, and the focus with it, when an address names it."""

import json

import streamlit as st


def scroll_to(element_id: str) -> None:
    """Scrolls to the element of that id once it is there; calm when motion is to be reduced."""
    st.html(_SCRIPT.replace("ID", json.dumps(element_id).replace("<", "\\u003c")), unsafe_allow_javascript=True)


_SCRIPT = """<script>
(() => {
  let tries = 0;
  const go = () => {
    const target = document.getElementById(ID);
    if (!target) { if (tries++ < 50) setTimeout(go, 100); return; }
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start", behavior: calm ? "instant" : "smooth" });
  };
  setTimeout(go, 300);
})();
</script>"""
