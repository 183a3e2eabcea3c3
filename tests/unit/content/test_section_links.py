"""Claims lead to the sections of the chapter that they come from."""

from core.content.section_links import section_links
from tests.read_once import load_content

CONTENT = load_content()


def test_claims_lead_to_one_section_on_each_page_that_teaches_them() -> None:
    claims = ("lora-trainable-share", "lora-code-values", "cost-lora-7b")
    links = [(link.page.value, link.label) for link in section_links(CONTENT, claims)]
    assert links == [("fine-tuning", "LoRA and QLoRA"), ("compare", "What fine-tuning costs")]


def test_no_claims_lead_nowhere() -> None:
    assert section_links(CONTENT, ()) == ()
