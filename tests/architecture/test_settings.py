"""Settings that the product stands on, pinned."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from packaging.requirements import Requirement

from core.content.facts import Category
from core.export.learner_json import MAX_BYTES
from core.palette import TOKENS
from tests.architecture.source import ROOT, product

CONFIG = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))


def test_no_full_collection_after_each_run() -> None:
    assert CONFIG["runner"]["postScriptGC"] is False


def test_every_message_is_sent_whole() -> None:
    assert CONFIG["global"]["minCachedMessageSize"] >= 1e9


def test_nothing_is_reported_to_anybody() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["server"]["enableAgentApi"] is False
    assert CONFIG["logger"]["hideWelcomeMessage"] is True  # it asks a machine on the internet for the server's address


def test_what_a_visitor_sends_is_bounded() -> None:
    """The largest export fits in: Streamlit's megabytes are of 2**20 bytes. It reads no message longer than 25 MB."""
    assert MAX_BYTES <= CONFIG["server"]["maxUploadSize"] * 2**20 < MAX_BYTES * 1.1
    assert CONFIG["server"]["maxMessageSize"] == 25


def test_visitors_see_no_traceback() -> None:
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert CONFIG["client"]["showErrorLinks"] is False


def test_fonts_are_our_own_files() -> None:
    for face in CONFIG["theme"]["fontFaces"]:
        assert face["url"].startswith("app/static/")
        assert (ROOT / "pages" / face["url"].removeprefix("app/")).is_file()
    assert CONFIG["server"]["enableStaticServing"] is True


def test_the_figures_of_an_exponent_come_from_one_font() -> None:
    """No font of ours has all ten raised figures: of 10²⁵ the ² was ours, and the ⁵ another one's."""
    for face in CONFIG["theme"]["fontFaces"]:
        drawn = TTFont(ROOT / "pages" / face["url"].removeprefix("app/")).getBestCmap().keys()
        assert [sign for sign in "⁰¹²³⁴⁵⁶⁷⁸⁹" if ord(sign) in drawn and covers(face["unicodeRange"], sign)] == []


def covers(ranges: str, sign: str) -> bool:
    """Whether a font is asked for a sign: its ranges are as in CSS, “U+0000-00FF, U+0131”."""
    ends = (one.strip().removeprefix("U+").split("-") for one in ranges.split(","))
    return any(int(end[0], 16) <= ord(sign) <= int(end[-1], 16) for end in ends)


SAME = {
    "backgroundColor": "paper",
    "secondaryBackgroundColor": "panel",
    "textColor": "ink",
    "linkColor": "ink",
    "borderColor": "line-strong",
    "codeBackgroundColor": "panel",
    "codeTextColor": "ink",
    "redTextColor": "wrong",
    "greenTextColor": "right",
    "yellowTextColor": "care",
    "dataframeHeaderBackgroundColor": "panel",
    "dataframeHeaderTextColor": "ink",
    "dataframeBorderColor": "line",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("setting", SAME)
def test_streamlits_theme_has_the_palettes_colour(theme: str, setting: str) -> None:
    assert CONFIG["theme"][theme][setting] == getattr(TOKENS[SAME[setting]], theme)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_charts_have_the_colours_of_the_categories(theme: str) -> None:
    wanted = [getattr(TOKENS[name], theme) for name in Category]
    assert CONFIG["theme"][theme]["chartCategoricalColors"] == wanted


def _requirements(name: str) -> list[Requirement]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-r "))]


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt", "requirements-models.txt"])
def test_every_requirement_is_pinned_to_one_version(file: str) -> None:
    loose = [str(r) for r in _requirements(file) if not re.fullmatch(r"==[0-9][0-9A-Za-z.]*", str(r.specifier))]
    assert loose == []
    assert [r.name.lower() for r in _requirements(file)] == sorted(r.name.lower() for r in _requirements(file))


def test_what_tests_is_not_what_runs() -> None:
    assert not {r.name for r in _requirements("requirements.txt")} & {
        r.name for r in _requirements("requirements-dev.txt")
    }


def test_image_gets_all_that_runs_and_nothing_else() -> None:
    """The product's own folders (`source.product`), its content and its settings: Dockerfile and .dockerignore."""
    copied = re.findall(r"^COPY (\S+(?: \S+)*) \S+$", (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    assert names == {source.path.split("/")[0] for source in product()} | {
        ".streamlit",
        "content",
        "requirements.txt",
        "LICENSE",
    }
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {line[1:] for line in ignore if line.startswith("!")} == names


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_commands_keep_bytecode_whatever_the_environment_says(tmp_path: Path) -> None:
    (tmp_path / "shown.mk").write_text("shown:\n\t@echo $${PYTHONDONTWRITEBYTECODE-kept}\n")
    words = ["make", "--no-print-directory", "-f", "Makefile", "-f", str(tmp_path / "shown.mk"), "shown"]
    asked = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    assert subprocess.run(words, cwd=ROOT, env=asked, check=True, capture_output=True, text=True).stdout == "kept\n"
