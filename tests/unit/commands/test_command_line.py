import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from core.__main__ import main
from core.commands import language, schema
from core.content.loader import OWN_DIRECTORY
from core.content.models import MANY, SINGLE
from core.language.catalogue import CatalogueError
from core.store.store import open_store
from tests.architecture.source import ROOT


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("check", "Check a folder of content."),
        ("import", "Show what a CSV table of items would change, and write it as"),
        ("calc", "Run a calculator on one case, or on a CSV table of cases."),
        ("lab", "Run a station of the lab and print what it measures, or"),
        ("diagram", "Print a graph."),
    ],
)
def test_help_of_a_command_says_what_it_does(capsys, command, said):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert said in capsys.readouterr().out


def test_check_prints_ok_with_counts_as_the_readme_shows_it(capsys):
    assert main(["check"]) == 0
    shown = f"```console\n$ .venv/bin/python -m core check\n{capsys.readouterr().out}```\n"
    told = f"write this in README.md, under “The command line”:\n{shown}"
    assert shown in (ROOT / "README.md").read_text(encoding="utf-8"), told


def test_check_names_file_id_and_field_and_exits_1(capsys, tmp_path):
    shutil.copytree(OWN_DIRECTORY, tmp_path / "content")
    path = tmp_path / "content" / "costs.yaml"
    path.write_text(path.read_text().replace("id: lora-7b", "id: Lora 7B"))
    assert main(["check", str(tmp_path / "content")]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith("costs.yaml › Lora 7B › id: 'Lora 7B' has the wrong form; write small letters and digits")
    assert printed.rstrip().endswith("1 problem. Nothing was changed.")


def test_check_says_on_which_line_it_is(capsys, tmp_path):
    shutil.copytree(OWN_DIRECTORY, tmp_path / "content")
    path = tmp_path / "content" / "lessons" / "fine-tuning.yaml"
    lines = path.read_text().splitlines()
    number = next(place for place, line in enumerate(lines, start=1) if line.strip() == "figure: lora-builder")
    lines[number - 1] = lines[number - 1].replace("builder", "bilder")
    path.write_text("\n".join(lines))
    assert main(["check", str(tmp_path / "content")]) == 1
    assert capsys.readouterr().out.startswith(
        "lessons/fine-tuning.yaml › fine-tuning › blocks.set-the-dials.figure: 'lora-bilder' is not among the figures "
        f"of components/figures; did you mean lora-builder? (line {number})\n"
    )


def test_check_of_a_folder_that_is_not_there_says_so(capsys, tmp_path):
    assert main(["check", str(tmp_path / "nowhere")]) == 1
    assert "is not there; name the folder of content" in capsys.readouterr().out


def test_check_of_one_file_asks_for_its_folder(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(OWN_DIRECTORY / "costs.yaml")
    assert main(["check", file]) == 1
    assert f"{file} › - › the folder: is a file; name the folder of content\n" in capsys.readouterr().out


@pytest.mark.parametrize("graph", ["pipeline", "decision", "sft", "guide"])
@pytest.mark.parametrize("form", ["json", "mermaid", "dot", "svg", "text"])
def test_diagram_prints_each_graph_in_each_form(capsys, graph, form):
    assert main(["diagram", graph, "--format", form]) == 0
    printed = capsys.readouterr().out
    if form == "json":
        assert set(json.loads(printed)) == {"nodes", "edges"}
    if form == "svg":
        assert ET.fromstring(printed).tag.endswith("svg")
    assert len(printed) > 200


def test_diagram_of_an_unknown_graph_suggests_one(capsys):
    assert main(["diagram", "pipelin"]) == 2
    assert "did you mean pipeline?" in capsys.readouterr().err


def test_schema_writes_one_file_a_kind(capsys, tmp_path):
    assert main(["schema", "-o", str(tmp_path)]) == 0
    assert {path.stem for path in tmp_path.iterdir()} == {*SINGLE, *MANY}
    assert json.loads((tmp_path / "guide.json").read_text()) == schema.schemas()["guide"]


def test_diagram_of_a_graph_that_is_near_none_lists_them(capsys):
    assert main(["diagram", "tea"]) == 2
    assert "There is no graph 'tea'. Choose decision, guide, pipeline, sft." in capsys.readouterr().err


@pytest.mark.parametrize("command", [["schema", "-o"], ["export", "csv", "-o"], ["backup", "-o"]])
def test_place_that_cannot_be_written_is_told(capsys, tmp_path, monkeypatch, command):
    monkeypatch.setenv("LLM_LADDER_DATA", str(tmp_path))
    open_store(None, tmp_path).close()
    (tmp_path / "file").touch()
    assert main([*command, str(tmp_path / "file" / "below")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_language_that_has_no_catalogue_is_refused(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["language", "xx", "--check"])
    assert stopped.value.code == 2
    assert "choose from" in capsys.readouterr().err


def test_a_catalogue_that_cannot_be_read_ends_a_command_with_a_sentence(capsys, monkeypatch):
    def broken(*_):
        raise CatalogueError("de/shared.po, line 2: is not UTF-8 text; save it as UTF-8")

    monkeypatch.setattr(language, "faults", broken)
    assert main(["language", "--check"]) == 1
    assert capsys.readouterr().err == "de/shared.po, line 2: is not UTF-8 text; save it as UTF-8\n"


def test_no_command_is_answered_with_the_list(capsys):
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert stopped.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


def test_reader_that_has_enough_ends_a_command_without_a_traceback():
    command = f"{sys.executable} -m core diagram guide --format svg | true"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full here")
@pytest.mark.parametrize("words", ["calc labelling", "diagram guide --format svg"])
def test_disk_that_is_full_ends_a_command_with_a_sentence(words):
    command = f"{sys.executable} -m core {words} > /dev/full"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        "What is printed cannot be written (No space left on device). Free the disk, or print elsewhere.\n"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full here")
def test_help_that_does_not_fit_on_the_disk_says_so():
    command = f"unset PYTHONUNBUFFERED; {sys.executable} -m core calc -h > /dev/full"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr[:33]) == (1, "What is printed cannot be written")


@pytest.mark.skipif(sys.platform == "win32", reason="no shell that closes a stream there")
@pytest.mark.parametrize(("words", "code"), [("calc", 0), ("diagram guide", 0), ("calc memory", 2)])
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_stream_that_is_closed_changes_nothing_but_what_is_seen(words, code, closed):
    command = f"{sys.executable} -m core {words} {closed}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
    assert bool(done.stdout + done.stderr) is (closed == ("2>&-" if code == 0 else ">&-"))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_any_command_writes_utf_8_to_whatever_terminal(encoding, tmp_path):
    command = [sys.executable, "-m", "core", "check", str(tmp_path / "größe → none")]
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, env=env, check=False)
    assert "größe → none › - › the folder: is not there" in done.stdout.decode("utf-8")
