"""The glossary on its page: search, counts, empty state, what an address opens."""

import pytest

from core.content.models import Content
from tests.app.pages import data_of, html_of, opened


def test_the_glossary_finds_and_counts(content: Content) -> None:
    app = opened("takeaways.py")
    assert f"{len(content.terms)} terms" in html_of(app)
    app.text_input(key="glossary.search.query").set_value("eval set").run()
    assert [term["id"] for term in data_of(app, "term-list")["terms"]] == ["evaluation-set"]
    assert f"1 of {len(content.terms)} terms matches “eval set”" in html_of(app)


def test_an_empty_search_offers_the_way_back(content: Content) -> None:
    app = opened("takeaways.py")
    app.text_input(key="glossary.search.query").set_value("<b>zzz").run()
    assert "<h3>No term matches</h3>" in html_of(app)
    assert "&lt;b&gt;zzz" in html_of(app)
    app.button(key="glossary.search.clear").click().run()
    assert len(data_of(app, "term-list")["terms"]) == len(content.terms)


def test_an_address_opens_a_term() -> None:
    app = opened("takeaways.py", {"term": "dpo"})
    assert app.text_input(key="glossary.search.query").value == "DPO"
    app = opened("takeaways.py", {"term": "nothing"})
    for _ in range(2):
        assert [one.value[:24] for one in app.warning] == ["The address names a term"]
        app.run()


def test_a_term_that_others_match_too_comes_first_with_what_belongs_to_it() -> None:
    app = opened("takeaways.py", {"term": "lora"})
    assert [term["id"] for term in data_of(app, "term-list")["terms"]] == ["lora"]
    assert "rank" in [term["id"] for term in data_of(app, "term-list-others")["terms"]]
    groups = data_of(app, "takeaways-term-lora.links")["groups"]
    links = [link["id"] for group in groups for link in group["links"]]
    assert "calculator/lora-params" in links


def test_terms_carry_their_related_terms_and_an_open_page(content: Content) -> None:
    terms = {term["id"]: term for term in data_of(opened("takeaways.py"), "term-list")["terms"]}
    assert terms["alpha"]["see"] == [{"id": "lora", "name": "LoRA"}, {"id": "rank", "name": "Rank"}]
    assert terms["alpha"]["page"] == {"id": "fine-tuning", "path": "fine-tuning", "title": "Fine-tuning"}


def test_sources_are_sections_by_their_title_in_the_language_and_no_file() -> None:
    for language, title in (("en", "the chapter, “LoRA and QLoRA”"), ("de", "das Kapitel, „LoRA und QLoRA“")):
        sources = {term["source"] for term in data_of(opened("takeaways.py", {"lang": language}), "term-list")["terms"]}
        assert title in sources
        assert not [source for source in sources if "chapter.txt" in source]
        assert ("general usage" in sources) == (language == "en")


def test_term_without_a_translation_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Content, "is_translated", lambda self, entry: self.language == "en" or entry.id != "alpha")
    terms = data_of(opened("takeaways.py", {"lang": "de"}), "term-list")["terms"]
    assert {term["id"]: term["english"] for term in terms if term["english"]} == {"alpha": "Auf Englisch"}
    assert not any(term["english"] for term in data_of(opened("takeaways.py"), "term-list")["terms"])


def test_links_to_terms_and_blocks_without_a_translation_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Content, "is_translated", lambda self, _: self.language == "en")
    for language, said in (("de", "en"), ("en", "")):
        groups = data_of(opened("fine_tuning.py", {"lang": language}), ".links")["groups"]
        links = {link["id"]: link["lang"] for group in groups for link in group["links"]}
        kinds = {name: lang for name, lang in links.items() if name.startswith(("term", "block"))}
        assert {name.partition("/")[0] for name in kinds} == {"term", "block"}
        assert set(kinds.values()) == {said}


def test_a_pasted_page_of_text_is_searched_by_its_beginning() -> None:
    app = opened("takeaways.py")
    assert app.text_input(key="glossary.search.query").proto.max_chars == 0  # Streamlit drops what is pasted beyond it
    app.text_input(key="glossary.search.query").set_value("zzz " * 500).run()
    assert f"“{'zzz ' * 20}”" in html_of(app)
