"""Our scripts as a page is given them."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from components.browser_code.browser_code import browser_code
from core.web.content_policy import inline_scripts, script_hash, script_hashes
from tests.architecture.source import ROOT

_THREE = """
from components.own_script.own_script import own_script

own_script("language", "kept_fields", "second_click")
"""


def test_scripts_of_a_page_are_those_that_its_policy_allows_and_bring_no_comments() -> None:
    test = AppTest.from_string(_THREE).run()
    sent = inline_scripts(test.get("html")[0].proto.body)
    assert len(sent) == 3
    assert {script_hash(text) for text in sent} <= set(script_hashes(ROOT / "components/own_script"))
    assert _comments("\n".join(sent)) == []


def test_code_of_a_component_brings_no_comments_and_its_style_sheet_all_that_it_says() -> None:
    own = ROOT / "components/diagram/diagram.js"
    assert _comments(own.read_text(encoding="utf-8")) != []
    assert _comments(browser_code(own, "drawings")) == []
    sheet: Path = own.with_suffix(".css")
    assert browser_code(sheet) == sheet.read_text(encoding="utf-8")


def _comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.lstrip().startswith("//")]
