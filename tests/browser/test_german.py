"""German in the browser: what is drawn there, and the words that Streamlit knows in English alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.seeded_interviews import MARKED
from tests.browser.server import VETERAN
from tests.browser.visit import Visit

pytestmark = pytest.mark.leaves_page

_MONTH = "(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"


def _sees_names(visit: Visit, *names: str) -> None:
    for name in names:
        expect(visit.page.get_by_role("button", name=name, exact=True)).to_be_visible()


def test_links_do_not_break_between_a_number_and_its_sign_of_per_cent(visit: Visit) -> None:
    visit.open("/pitfalls?lang=de")
    link = visit.page.locator("[class*=st-key-related-] a", has_text="Offline: 96").first
    link.wait_for(state="attached")
    assert "96\N{NO-BREAK SPACE}% correct" in str(link.text_content())


def test_words_of_streamlit_are_german_and_turn_english_again(visit: Visit) -> None:
    visit.open("/progress?lang=de")
    day = visit.page.locator("[data-testid=stDateInputField] [data-type=day]")
    hint = visit.page.locator("kbd")
    _sees_names(visit, "Hauptmenü", "Datum wählen", "Hochladen")
    expect(day).to_have_text("TT")
    expect(day).to_have_attribute("aria-label", "Tag, Wann ist Dein Interview?")
    expect(hint).to_have_text("Strg + K")
    visit.page.get_by_role("button", name="Hauptmenü").click()
    expect(visit.page.get_by_role("menuitem", name="Drucken")).to_be_visible()
    visit.press("Escape")
    visit.button("English").click()
    _sees_names(visit, "Main menu", "Choose date", "Upload")
    expect(day).to_have_text("dd")
    expect(day).to_have_attribute("aria-label", "day, When is your interview?")
    expect(hint).to_have_text("Ctrl + K")


def test_way_past_the_menu_and_the_menu_itself_are_called_in_german(visit: Visit) -> None:
    visit.open("/pipeline?lang=de")
    skips = visit.page.locator("[data-testid=stSkipToContent]")
    expect(skips).to_have_text("Zum Inhalt springen")
    expect(visit.page.get_by_role("navigation", name="Seiten der App")).to_be_attached()
    visit.button("English").click()
    expect(skips).to_have_text("Skip to main content")
    expect(visit.page.get_by_role("navigation", name="App pages")).to_be_attached()


def test_fields_say_in_german_what_their_buttons_do(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&lang=de")
    for name in ("Hilfe zu Modell", "Öffnen", "Mehr", "Weniger"):
        expect(visit.page.get_by_role("button", name=name, exact=True).first).to_be_attached()


def test_field_says_in_german_how_its_text_is_taken(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&lang=de")
    field = visit.page.locator("[data-testid=stNumberInput] input").first
    field.press("End")
    field.press_sequentially("1")
    expect(visit.page.get_by_text("Enter übernimmt")).to_be_visible()


def test_number_that_a_field_does_not_take_is_refused_in_german_with_its_bounds(visit: Visit) -> None:
    visit.open("/quick-fire?lang=de")
    visit.page.locator(".st-key-review-settings button").click()
    field = visit.page.locator(".st-key-review-settings-new input")
    field.fill("99999")
    field.press("Enter")
    told = field.locator("..").get_by_role("alert")
    expect(told).to_have_text("Fehler: Die Zahl ist zu klein oder zu groß, möglich ist 0 bis 200.")
    box = told.bounding_box()
    assert box and box["width"] > 100 and box["height"] > 10


def test_file_that_is_too_large_is_refused_in_sight_and_in_german(visit: Visit, tmp_path: Path) -> None:
    large = tmp_path / "export.json"
    large.write_bytes(b" " * 68_000_000)
    visit.open("/progress?lang=de")
    visit.page.locator('.st-key-strip-import input[type="file"]').set_input_files(large)
    told = visit.page.locator("[data-testid=stFileChip] [role=alert]")
    expect(told).to_contain_text("Die Datei ist größer als 64 MB.")
    box = told.bounding_box()
    assert box and box["width"] > 100 and box["height"] > 10


def test_file_of_another_kind_is_refused_in_german(visit: Visit) -> None:
    visit.open("/progress?lang=de")
    notes = {"name": "notizen.txt", "mimeType": "text/plain", "buffer": b"hallo"}
    visit.page.locator('.st-key-strip-import input[type="file"]').set_input_files(notes)
    expect(visit.page.get_by_text("Die Datei ist kein JSON, wie ein Export es schreibt.")).to_be_visible()


def test_back_keeps_the_language_that_was_chosen_and_leads_to_the_page_before(visit: Visit) -> None:
    visit.open("/pitfalls?lang=en")
    visit.page.get_by_role("link", name="Next: Lab").click()
    visit.page.wait_for_url("**/lab*")
    visit.settle()
    visit.button("Deutsch").click()
    expect(visit.button("English")).to_be_visible()
    visit.page.go_back()
    visit.sees_heading("Fallstricke")
    visit.page.wait_for_function("() => !location.search.includes('lang=')")


def test_choosing_a_language_that_an_address_does_not_name_is_no_step_of_its_own(visit: Visit) -> None:
    visit.open("/lab")
    visit.open("/pitfalls?lang=en")
    visit.button("Deutsch").click()
    visit.sees_heading("Fallstricke")
    visit.page.wait_for_function("() => !location.search.includes('lang=')")
    visit.page.go_back()
    visit.page.wait_for_url("**/lab*")
    expect(visit.button("English")).to_be_visible()


def test_screen_readers_are_told_what_of_an_interview_is_in_english(visit: Visit) -> None:
    visit.open("/interview?lang=de")
    expect(visit.page.locator('.st-key-choice-interview [data-testid="stRadioOption"]').last).to_have_attribute(
        "lang", "en"
    )
    visit.open(f"/interview?lang=de#{MARKED}")
    for english in ("h1.ll-question", ".ll-answer", ".ll-point strong"):
        expect(visit.page.locator(english).first).to_have_attribute("lang", "en")
    visit.open(f"/interview?lang=en#{MARKED}")
    expect(visit.page.locator('.stApp [lang="en"]')).to_have_count(0)


def test_menu_of_a_phone_is_called_in_german(visit: Visit) -> None:
    visit.open("/pipeline?lang=de")
    visit.resize(390, 844)
    visit.page.get_by_role("button", name="Menü").first.click()
    expect(visit.page.get_by_role("region", name="Menü", exact=True)).to_be_visible()
    expect(visit.page.get_by_role("navigation", name="Seiten der App")).to_be_attached()


def test_keys_of_buttons_and_buttons_beside_code_are_called_in_german(visit: Visit) -> None:
    visit.open("/pipeline?lang=de")
    expect(visit.page.get_by_role("button", name="Weiter Tastenkürzel →", exact=True)).to_be_visible()
    visit.open("/decide?problem=style&style-prompting=yes&style-examples=yes&view=record&lang=de")
    visit.page.get_by_test_id("stCode").hover()
    copies = visit.page.get_by_role("button", name="In die Zwischenablage kopieren")
    expect(copies).to_be_visible()
    visit.page.context.grant_permissions(["clipboard-write"])
    copies.click()
    expect(visit.page.get_by_role("button", name="Kopiert")).to_be_visible()


def test_field_of_models_says_in_german_that_others_may_be_typed(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&lang=de")
    model = visit.page.get_by_role("combobox", name="Modell", exact=True)
    expect(model).to_have_attribute("placeholder", "Auswählen oder eintippen")
    model.fill("")
    model.press_sequentially("mein/Modell")
    expect(visit.page.get_by_role("option", name="Übernehmen: mein/Modell", exact=True)).to_be_visible()


def test_buttons_of_a_field_say_which_field_they_change(visit: Visit) -> None:
    visit.open("/calculators?calc=memory&lang=de")
    for name, field in (("Mehr", "Micro-Batch"), ("Weniger", "Micro-Batch"), ("Öffnen", "Modell")):
        button = visit.page.get_by_role("button", name=name, exact=True).first
        expect(button).to_have_accessible_description(field)


def test_day_that_was_chosen_is_told_in_german(visit: Visit) -> None:
    visit.open(f"/progress?lang=de#{VETERAN}")
    field = visit.page.get_by_role("group", name="Wann ist Dein Interview?")
    expect(field).to_have_accessible_description(re.compile(rf"^Gewähltes Datum: \d+\. {_MONTH} \d{{4}}$"))
    month = field.get_by_role("spinbutton", name="Monat")
    for key in ("ArrowUp", "ArrowDown"):
        month.press(key)
        expect(month).to_have_attribute("aria-valuetext", re.compile(f"– {_MONTH}$"))
    expect(visit.page.get_by_role("button", name="Datum löschen")).to_be_attached()
    visit.page.get_by_role("button", name="Datum wählen").click()
    days = visit.page.get_by_role("dialog", name="Datum wählen")
    expect(days).to_have_accessible_description(re.compile("^Pfeiltasten wechseln den Tag"))
    expect(days.get_by_role("button", name="Nächster Monat").first).to_be_visible()


def test_questions_to_take_away_are_german_with_what_stands_around_them(visit: Visit) -> None:
    visit.open("/progress?lang=de")
    visit.page.get_by_text("Die Fragen mitnehmen").click()
    with visit.page.expect_download() as started:
        visit.button("GIFT").click()
    asked = "für 30 Dollar die Stunde. Was kosten die Labels? (Einheit\\: Dollar) {"
    assert asked in started.value.path().read_text(encoding="utf-8")
