"""Texts are found in the code; a catalogue says what it lacks; an update keeps what was translated."""

from pathlib import Path

import pytest

from core.language import extraction
from core.language.catalogue import CatalogueError, Entry, read_entries
from core.language.extraction import Fault, faults, said_texts, update, write_entries

CODE = '''
"""A component."""
LATER = marked("Learn")
t("Show " "the answer")
t(name)
t("Room {code} is open.", code=code)
nt("{n} card", "{n} cards", n)
pt("verb", "Open")
other("not a text")
'''
FIELDS = 'size: int = Field(default=1, title="Size of the model", description="In tokens.", ge=1)'
SAID = [
    ("", "Learn"),
    ("", "Show the answer"),
    ("", "Room {code} is open."),
    ("", "{n} card"),
    ("verb", "Open"),
    ("", "Size of the model"),
    ("", "In tokens."),
]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small product with catalogues of its own."""
    for name, text in {"components/review.py": CODE, "core/calculators/memory.py": FIELDS}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "catalogues/de").mkdir(parents=True)
    monkeypatch.setattr(extraction, "DIRECTORY", tmp_path / "catalogues")
    monkeypatch.setattr(extraction, "catalogue_files", lambda language: sorted((tmp_path / "catalogues/de").iterdir()))
    monkeypatch.setattr(extraction, "said_texts", lambda: said_texts(tmp_path))
    return tmp_path


def _entries(root: Path, area: str) -> dict[str, Entry]:
    return {entry.english[0]: entry for entry in read_entries(root / f"catalogues/de/{area}.po", "de")}


def test_texts_are_found_in_calls_and_in_fields(root: Path) -> None:
    assert list(said_texts(root)) == SAID
    assert said_texts(root)["", "{n} card"].english == ("{n} card", "{n} cards")


def test_update_puts_each_new_text_into_its_area(root: Path) -> None:
    update("de")
    assert sorted(path.name for path in (root / "catalogues/de").iterdir()) == ["decide.po", "practise.po"]
    assert set(_entries(root, "decide")) == {"Size of the model", "In tokens."}
    assert _entries(root, "practise")["{n} card"].translated == ("", "")


def test_update_keeps_translations_and_drops_what_nobody_says(root: Path) -> None:
    kept = [Entry("", ("Learn",), ("Lernen",)), Entry("", ("{n} card", "{n} cards"), ("{n} Karte", "{n} Karten"))]
    write_entries(root / "catalogues/de/own.po", "de", [*kept, Entry("", ("Gone",), ("Weg",))])
    update("de")
    update("de")
    assert list(_entries(root, "own").values()) == kept
    assert "Learn" not in _entries(root, "practise")


def test_a_catalogue_says_everything_that_is_wrong_with_it(root: Path) -> None:
    update("de")
    entries = _entries(root, "practise")
    entries["Learn"] = Entry("", ("Learn",), ("Lernen",))
    entries["Room {code} is open."] = Entry("", ("Room {code} is open.",), ("Raum {kode} ist offen.",))
    entries["{n} card"] = Entry("", ("{n} card", "{n} card s"), ("{n} Karte", "{n} Karten"))
    entries["Gone"] = Entry("", ("Gone",), ("Weg",))
    del entries["Show the answer"]
    write_entries(root / "catalogues/de/practise.po", "de", entries.values())
    write_entries(root / "catalogues/de/twice.po", "de", [Entry("", ("Learn",), ("Lerne",))])
    assert faults("de") == [
        Fault("Gone", "is in no code; remove it from practise.po"),
        Fault("In tokens.", "has no translation in decide.po"),
        Fault("Learn", "has two translations, the second in twice.po"),
        Fault("Open", "has no translation in practise.po"),
        Fault("Room {code} is open.", "has different placeholders in practise.po"),
        Fault("Show the answer", "has no entry"),
        Fault("Size of the model", "has no translation in decide.po"),
        Fault("{n} card", "has a different plural in the code than in practise.po"),
    ]


BROKEN = {
    "the marks of a merge": (
        b'msgid "Learn"\n<<<<<<< HEAD\nmsgstr "Lernen"\n',
        "line 2: '<<<<<<< HEAD' is no part of a catalogue; correct it, or remove the marks that Git left",
    ),
    **{
        f"a text in {count} quotes": (
            f'msgid "Learn"\nmsgstr {given}\n'.encode(),
            "line 2: holds a text that is not in quotes; begin and end it with one, and write a backslash before one "
            "within",
        )
        for count, given in (("no", "Lernen"), ("one", '"Lernen'), ("three", '"Lernen" jetzt"'))
    },
    "another encoding": (
        'msgid "Open"\nmsgstr "Öffnen"\n'.encode("latin-1"),
        "line 2: is not UTF-8 text; save it as UTF-8",
    ),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_file_that_cannot_be_read_is_named_with_its_line(mistake: str, root: Path) -> None:
    data, told = BROKEN[mistake]
    (root / "catalogues/de/practise.po").write_bytes(data)
    with pytest.raises(CatalogueError) as caught:
        update("de")
    assert str(caught.value) == f"de/practise.po, {told}"
