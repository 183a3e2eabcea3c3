"""What keeps a server from starting, without `make run` too, is said in sentences alone."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.server import free_port
from tests.content.broken import copy_of_content
from tests.open_pages import ROOT

WRONG = [
    ("guide.yaml", "title: Use RAG", "titel: Use RAG", "guide.yaml › guide › outcomes.rag.titel: is not a known field"),
    ("de/terms/glossary.yaml", "term: A100", "term: [A100", "de/terms/glossary.yaml › "),
]


def _ended(own: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    command = ["run", "app.py", "--server.headless", "true", "--server.port", str(free_port())]
    return subprocess.run(
        [sys.executable, "-m", "streamlit", *command],
        cwd=ROOT,
        env=os.environ | own,
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )


@pytest.mark.parametrize(("file", "right", "wrong", "said"), WRONG, ids=["a field", "YAML of a translation"])
def test_server_does_not_start_and_says_why(file: str, right: str, wrong: str, said: str, tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    text = (content / file).read_text(encoding="utf-8")
    assert right in text
    (content / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    ended = _ended({"LLM_LADDER_CONTENT": str(content), "LLM_LADDER_DATA": str(tmp_path)})
    assert ended.returncode != 0
    assert "LLM Ladder does not start: its content is wrong." in ended.stderr
    assert f"\n  {said}" in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout


def test_folder_that_cannot_be_made_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    ended = _ended({"LLM_LADDER_DATA": str(tmp_path / "data" / "below"), "LLM_LADDER_SECRET": ""})
    assert ended.returncode != 0
    assert f"LLM Ladder does not start: it can keep nothing in {tmp_path / 'data' / 'below'} (" in ended.stderr
    assert "Name a folder that it may write with LLM_LADDER_DATA" in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout


def test_secret_that_is_none_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "cookie_secret").write_bytes(b"\xff\xfe\x00")
    ended = _ended({"LLM_LADDER_DATA": str(tmp_path), "LLM_LADDER_SECRET": ""})
    assert ended.returncode != 0
    assert f"{tmp_path / 'cookie_secret'} does not hold the secret that signs cookies." in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout


def test_port_that_is_in_use_is_named_with_what_to_do() -> None:
    with socket.create_server(("localhost", 0)) as other:
        port = other.getsockname()[1]
        command = ["make", "--no-print-directory", "run", f"PORT={port}"]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=90, check=False)
    assert ended.returncode != 0
    assert f"Something answers on port {port} already, perhaps the app itself: http://localhost:{port}" in ended.stderr
    assert "To start it on another port: make run PORT=8597" in ended.stderr


def test_requirements_that_cannot_be_installed_say_what_they_need(tmp_path: Path) -> None:
    for file in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / file, tmp_path)
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    python.chmod(0o755)
    command = ["make", "--no-print-directory", "run"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=90, check=False)
    assert ended.returncode != 0
    assert "They need a network, and Python 3.11 or newer in .venv: if '.venv/bin/python -V' shows" in ended.stderr
    assert not (tmp_path / ".venv/.installed-run").exists()
