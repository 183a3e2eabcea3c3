"""The icons that pages show, cut out of Streamlit's font of all: `make icons` writes it anew.

An icon is a word that the font's ligatures draw as one sign. Streamlit's file has 4,309 of them; kept are those whose
name stands as a word in our code, in Streamlit's scripts or in the icons that its Python names: some too many, none
too few (docs/adr/0029).
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont

from core.web.kept_files import ICONS

ROOT = Path(__file__).resolve().parents[1]
OURS = ROOT / "pages/static/material-symbols-rounded.woff2"
STREAMLIT = Path(streamlit.__file__).parent
WHOLE = next((STREAMLIT / "static/static/media").glob(ICONS))

_NAMED = re.compile(r"material/([a-z0-9_]+)")
_WORD = re.compile(r"""["'`]([a-z0-9_]{3,40})["'`]""")
_FOLDERS = ("components", "content", "core", "pages")
_ALL_NAMES = "material_icon_names.py"
"""Streamlit's list of every icon there is."""


def ligatures(font: TTFont) -> dict[str, str]:
    """The icons that a font draws: name → glyph."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items() if code < 128}
    found = {}
    for first, ligature in _substitutions(font):
        parts = (first, *ligature.Component)
        if all(part in letters for part in parts):
            found["".join(letters[part] for part in parts)] = ligature.LigGlyph
    return found


def _substitutions(font: TTFont) -> Iterator[tuple[str, subset.otTables.Ligature]]:
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, ligatures_of_it in getattr(getattr(table, "ExtSubTable", table), "ligatures", {}).items():
                yield from ((first, ligature) for ligature in ligatures_of_it)


def names_in_use() -> set[str]:
    """Every word that may be the name of an icon, in our files and in Streamlit's."""
    ours = (path for folder in _FOLDERS for path in sorted((ROOT / folder).rglob("*")) if path.parent.name != "static")
    found = _words((path for path in ours if path.suffix in {".py", ".js", ".css", ".yaml"}), _NAMED, _WORD)
    found |= _words((STREAMLIT / "static/static/js").glob("*.js"), _NAMED, _WORD)
    return found | _words((path for path in STREAMLIT.rglob("*.py") if path.name != _ALL_NAMES), _NAMED)


def _words(paths: Iterable[Path], *patterns: re.Pattern[str]) -> set[str]:
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return {word for text in texts for pattern in patterns for word in pattern.findall(text)}


def main() -> None:
    """Writes the font and says what is in it."""
    font = TTFont(WHOLE)
    known = ligatures(font)
    kept = sorted(known.keys() & names_in_use())
    options = subset.Options(flavor="woff2", layout_features=["*"], layout_closure=False)
    cutter = subset.Subsetter(options)
    cutter.populate(glyphs=[known[name] for name in kept], unicodes=[code for code in font.getBestCmap() if code < 128])
    cutter.subset(font)
    subset.save_font(font, str(OURS), options)
    sys.stdout.write(f"{len(kept)} of {len(known)} icons, {OURS.stat().st_size:,} of {WHOLE.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
