"""`export` writes each format, `import` shows what a table would change."""

import re
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from core.__main__ import main
from core.content.loader import load_content
from core.export.bank_formats import BANK_FORMATS
from core.store.store import open_store
from tests.content.broken import add, copy_of_content
from tests.unit.quiz.moments import START, answered


@pytest.mark.parametrize("kind", BANK_FORMATS)
def test_each_format_is_written_and_is_the_same_again(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / f"{n}.{kind}" for n in range(2)]
    for file in files:
        assert main(["export", kind, "-o", str(file)], now=START) == 0
    assert capsys.readouterr().out.startswith("ok: ")
    assert files[0].stat().st_size > 1000
    if kind != "anki":  # its file holds a database that orders itself
        assert files[0].read_bytes() == files[1].read_bytes()


def test_deck_counts_its_notes_and_says_what_it_leaves_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "anki", "-o", str(tmp_path / "deck.apkg")], now=START) == 0
    told = capsys.readouterr().out
    with zipfile.ZipFile(tmp_path / "deck.apkg") as package:
        (tmp_path / "notes.db").write_bytes(package.read("collection.anki2"))
    with closing(sqlite3.connect(tmp_path / "notes.db")) as notes:
        count = notes.execute("select count(*) from notes").fetchone()[0]
    interview = len(load_content().items) - count
    assert interview > 0
    assert told.startswith(f"ok: {count} items (the {interview} interview questions are left out), ")


def test_learners_data_is_written_by_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'learners.db'}")
    store = open_store(f"sqlite:///{tmp_path / 'learners.db'}", tmp_path)
    store.log.append("k" * 64, answered(1, "x"))
    store.close()
    file = tmp_path / "me.json"
    assert main(["export", "json", "-o", str(file), "--learner", "k" * 64], now=START) == 0
    assert '"id":"a1"' in file.read_text(encoding="utf-8")
    assert main(["export", "json", "-o", str(file), "--learner", "nobody"], now=START) == 2
    assert main(["export", "json", "-o", str(file)], now=START) == 2
    assert "No such learner" in capsys.readouterr().err


def test_learners_data_of_a_folder_without_any_makes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("LLM_LADDER_DATA", str(tmp_path))
    assert main(["export", "json", "-o", str(tmp_path / "me.json"), "--learner", "k" * 64], now=START) == 1
    said = capsys.readouterr().err
    assert said == f"{tmp_path} holds no learners.db. Name the folder with LLM_LADDER_DATA.\n"
    assert not list(tmp_path.iterdir())


def test_file_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "csv", "-o", str(tmp_path / "none" / "x.csv")], now=START) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_table_goes_out_and_in_with_a_preview(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, written = tmp_path / "bank.csv", tmp_path / "new.yaml"
    main(["export", "csv", "-o", str(table)], now=START)
    text = table.read_text(encoding="utf-8-sig")
    table.write_text(text.replace("Low-rank adaptation", "Low-rank adaptation of weights"), encoding="utf-8")
    assert main(["import", str(table)]) == 0
    assert "changed: lora-stands-for\n0 new, 1 changed" in capsys.readouterr().out
    assert main(["import", str(table), "-o", str(written)]) == 0
    assert "Remove changed items from their old files, then run `python -m core check`." in capsys.readouterr().out
    assert "id: lora-stands-for" in written.read_text(encoding="utf-8")
    assert main(["import", str(table), "-o", str(written)]) == 1
    assert "already exists" in capsys.readouterr().err


def test_a_table_that_changes_nothing_leaves_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, written = tmp_path / "bank.csv", tmp_path / "new.yaml"
    main(["export", "csv", "-o", str(table)], now=START)
    assert main(["import", str(table), "-o", str(written)]) == 0
    assert capsys.readouterr().out.endswith(" same\nThe bank holds all of this. Nothing was written.\n")
    assert not written.exists()


def test_what_an_import_writes_has_its_fields_in_the_order_of_the_guide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, written = tmp_path / "new.csv", tmp_path / "new.yaml"
    fields = "kind,id,source,node,claims,question,answer,explanation"
    table.write_text(f"{fields}\nflashcard,new-card,sft,sft,lora-name,What is it?,That.,Because.\n", encoding="utf-8")
    assert main(["import", str(table), "-o", str(written)]) == 0
    assert f"ok: written to {written}. Now run `python -m core check`.\n" in capsys.readouterr().out
    names = re.findall(r"^[- ] (\w+):", written.read_text(encoding="utf-8"), re.MULTILINE)
    assert names == fields.split(",")


def test_questions_on_a_new_claim_are_imported_before_anything_else_tests_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table, copy = tmp_path / "new.csv", copy_of_content(tmp_path)
    add("claims/stages.yaml", "- {id: new-claim, text: It is new., source: sft}\n")(copy)
    monkeypatch.setenv("LLM_LADDER_CONTENT", str(copy))
    fields = "kind,id,source,node,claims,question,answer,explanation"
    table.write_text(f"{fields}\nflashcard,new-card,sft,sft,new-claim,What is it?,New.,Because.\n", encoding="utf-8")
    assert main(["import", str(table)]) == 0
    assert capsys.readouterr().out == "new: new-card\n1 new, 0 changed, 0 same\n"


def test_item_that_names_what_the_content_lacks_is_refused_as_a_check_would(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, written = tmp_path / "new.csv", tmp_path / "new.yaml"
    fields = "kind,id,source,node,claims,question,answer,explanation"
    rows = "flashcard,new-card,sft,sftt,lora-nam,What is it called?,That.,Because.\n"
    table.write_text(f"{fields}\n{rows}", encoding="utf-8")
    assert main(["import", str(table), "-o", str(written)]) == 1
    said = capsys.readouterr().out
    assert "new.csv › new-card › claims: 'lora-nam' is not among the claims; did you mean lora-name?\n" in said
    assert "new.csv › new-card › node: 'sftt' is not among the nodes" in said
    assert said.endswith("2 problems. Nothing was written.\n")
    assert not written.exists()


def test_row_with_a_mistake_hides_no_mistake_of_another_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "new.csv"
    fields = "kind,id,source,node,claims,question,answer,explanation"
    rows = "flashcard,no-answer,sft,sft,lora-name,Why?,,So.\nflashcard,far,sft,sftt,lora-name,What?,That.,Because.\n"
    table.write_text(f"{fields}\n{rows}", encoding="utf-8")
    assert main(["import", str(table)]) == 1
    said = capsys.readouterr().out
    assert "no-answer › answer" in said and "far › node: 'sftt' is not among the nodes" in said
    assert said.endswith("2 problems. Nothing was written.\n")


EXCEL = {
    "as sep says": ("sep=;\r\n", ";", "utf-8"),
    "as sep says, in quotes": ('"sep=,"\r\n', ",", "utf-8-sig"),
    "as sep says, a row like the others": ("SEP=;;;;;;;;\r\n", ";", "utf-8-sig"),
    "semicolons": ("", ";", "utf-8-sig"),
    "tabs": ("", "\t", "utf-8"),
    "Unicode text": ("", "\t", "utf-16"),
    "Unicode text of another machine": ("\ufeff", "\t", "utf-16-be"),
}


@pytest.mark.parametrize("form", EXCEL)
def test_a_table_as_excel_writes_it_is_read(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, mark, encoding = EXCEL[form]
    header = "kind,id,source,node,claims,question,answer,explanation".replace(",", mark)
    row = mark.join(("flashcard", "new-card", "sft", "sft", "lora-name", '"Größe, was;\nist das?"', "Dies.", "Darum."))
    table = tmp_path / "new.csv"
    table.write_bytes(f"{first}{header}\r\n{row}\r\n".encode(encoding))
    assert main(["import", str(table), "-o", str(tmp_path / "new.yaml")]) == 0
    assert capsys.readouterr().out.startswith("new: new-card\n1 new, 0 changed, 0 same\n")
    assert "Größe, was;" in (tmp_path / "new.yaml").read_text(encoding="utf-8")


def test_a_table_in_neither_encoding_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "new.csv"
    for data in ("kind;id\nflashcard;Größe\n".encode("cp1252"), b"\xff\xfek"):
        table.write_bytes(data)
        assert main(["import", str(table)]) == 1
        told = "the file is not in UTF-8; save it as “CSV UTF-8” and try again."
        assert capsys.readouterr().err == f"{table}: {told}\n"


def test_items_that_cannot_be_written_are_told_with_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, there = tmp_path / "bank.csv", tmp_path / "iteems" / "new.yaml"
    main(["export", "csv", "-o", str(table)], now=START)
    assert main(["import", str(table), "-o", str(there)]) == 1
    assert capsys.readouterr().err == f"{there} cannot be written (No such file or directory); name another file.\n"


def test_bad_table_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "bad.csv"
    table.write_text("kind,id\nflashcard,a\n", encoding="utf-8")
    assert main(["import", str(table), "-o", str(tmp_path / "x.yaml")]) == 1
    assert "Nothing was written." in capsys.readouterr().out
    assert not (tmp_path / "x.yaml").exists()
    assert main(["import", str(tmp_path / "none.csv")]) == 1


def test_table_that_cannot_be_read_says_in_plain_words_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "old.csv"
    table.write_bytes("kind,id\nflashcard,größe\n".encode("latin-1"))
    assert main(["import", str(table)]) == 1
    assert capsys.readouterr().err == f"{table}: the file is not in UTF-8; save it as “CSV UTF-8” and try again.\n"
    assert main(["import", str(tmp_path / "none.csv")]) == 1
    assert capsys.readouterr().err == f"{tmp_path / 'none.csv'}: No such file or directory; check the name.\n"
