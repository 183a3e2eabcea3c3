from pathlib import Path

import pytest

from core.web.content_policy import script_hash, script_hashes
from core.web.script_text import script_text, without_comment_lines
from tests.architecture.source import ROOT

SCRIPTS = sorted(path for folder in ("components", "core") for path in (ROOT / folder).rglob("*.js"))
CODE = """const a = `// said
// said too
` // kept
const url = "https://x.org" // and this
  a()"""


@pytest.mark.parametrize(
    ("script", "sent"),
    [
        ("", ""),
        ("// why\na()\n", "a()\n"),
        ("a()\r\n\t// why\r\nb()", "a()\r\nb()"),
        ("// one `\n// two\na()", "a()"),
        (CODE, CODE),
        (f"// why\n{CODE}\n// why\nb()", f"{CODE}\nb()"),
        ("a\n// why\n(1)", "a\n(1)"),
        ("a() /* why\n*/", "a() /* why\n*/"),
    ],
)
def test_lines_of_comment_go_and_all_else_stays(script: str, sent: str) -> None:
    assert without_comment_lines(script) == sent


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_script_of_ours_takes_its_comments_along(path: Path) -> None:
    """Nor does one hold what `without_comment_lines` does not read: a comment of several lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    sent = script_text(path).splitlines()
    assert sent == [line for line in lines if not line.lstrip().startswith("//")]
    assert [line for line in sent if "/*" in line and "*/" not in line] == []


def test_policy_allows_a_script_as_it_is_sent(tmp_path: Path) -> None:
    (tmp_path / "one.js").write_text("// why\nrun()", encoding="utf-8")
    assert script_hashes(tmp_path) == (script_hash("run()"),)
