"""German is complete: every text of the code is said, with the same placeholders, and nothing stands there in vain."""

import re

import pytest

from core.language.catalogue import catalogue, languages
from core.language.extraction import faults
from core.language.in_force import ENGLISH

OTHERS = [code for code in languages() if code != ENGLISH]
PRESSED = re.compile(r"press (?:“([^”]+)”|([A-Z]\w+))")


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_the_code_is_said(language: str) -> None:
    assert faults(language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_names_a_button_as_the_button_reads(language: str) -> None:
    said = {english: forms[0] for (_, english), forms in catalogue(language).forms.items()}
    labels = {english.split(" `")[0]: text.split(" `")[0] for english, text in said.items()}
    named = [(english, "".join(found)) for english in said for found in PRESSED.findall(english)]
    assert named
    for english, label in named:
        assert labels[label] in said[english], english
