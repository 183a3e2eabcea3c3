"""The style sheet: served under a name that changes with it, kept for good, named twice by every document."""

import re

from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.style_sheet import style_sheet
from core.palette import TOKENS
from core.web.style_sheet import StyleSheet
from tests.open_pages import ROOT


def test_it_is_served_under_its_name_and_kept_for_good():
    sheet = StyleSheet("h1 { color: red }")
    answer = TestClient(Starlette(routes=[sheet.route])).get(f"/{sheet.name}")
    assert answer.text == "h1 { color: red }"
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]


def test_other_rules_have_another_name():
    assert StyleSheet("a { top: 0 }").name != StyleSheet("a { top: 1px }").name
    assert StyleSheet("a { top: 0 }").name == StyleSheet("a { top: 0 }").name


def test_documents_ask_for_it_beside_the_page_they_are():
    sheet = StyleSheet("")
    assert f'href="./{sheet.name}"' in sheet.early and 'rel="preload"' in sheet.early
    assert f'href="./{sheet.name}"' in sheet.link and 'rel="stylesheet"' in sheet.link


def test_the_look_has_every_token_and_then_the_rules():
    rules = style_sheet()
    assert all(f"--ll-{token}:" in rules for token in TOKENS)
    sheets = [path.read_text(encoding="utf-8") for path in (ROOT / "components").glob("*.css")]
    assert len(sheets) > 5 and all(sheet in rules for sheet in sheets)
    assert rules.startswith(":root {")


def test_the_sheets_of_all_pages_come_first_and_the_others_in_one_order_on_every_machine():
    rules, sheets = style_sheet(), list((ROOT / "components").glob("*.css"))
    order = sorted(sheets, key=lambda path: rules.index(path.read_text(encoding="utf-8")))
    names = [path.stem for path in order]
    shared = ["theme", "controls", "layout", "ladder", "links", "windows"]
    assert names == [*shared, *sorted(set(names) - set(shared))]


def test_windows_are_measured_in_em_so_that_larger_letters_leave_room_for_fewer_columns():
    sheets = (ROOT / "components").rglob("*.css")
    asked = {line for sheet in sheets for line in re.findall("@media[^{]*", sheet.read_text(encoding="utf-8"))}
    assert [line for line in asked if re.search(r"\dpx", line)] == []
