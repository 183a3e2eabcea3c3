"""Wrong content ends a server that is started without `make run` too, with sentences alone."""

import os
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


@pytest.mark.parametrize(("file", "right", "wrong", "said"), WRONG, ids=["a field", "YAML of a translation"])
def test_server_does_not_start_and_says_why(file: str, right: str, wrong: str, said: str, tmp_path: Path) -> None:
    content = copy_of_content(tmp_path)
    text = (content / file).read_text(encoding="utf-8")
    assert right in text
    (content / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    command = ["run", "app.py", "--server.headless", "true", "--server.port", str(free_port())]
    own = {"LLM_LADDER_CONTENT": str(content), "LLM_LADDER_DATA": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-m", "streamlit", *command],
        cwd=ROOT,
        env=os.environ | own,
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )
    assert ended.returncode != 0
    assert "LLM Ladder does not start: its content is wrong." in ended.stderr
    assert f"\n  {said}" in ended.stderr
    assert "Traceback" not in ended.stderr + ended.stdout
