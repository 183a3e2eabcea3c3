"""Nothing that a person reads stands as it is in a component or a result: it is said with `t`, to be translated."""

import ast
import re

from tests.architecture.source import Source, each, sources

NAMES = {"SVG", "CSV", "GPU", "Mermaid", "GiB", "Markdown"}
ELEMENTS = {"el": 1, "rich": 1, "icon_row": 1, "page_head": 0, "error_line": 0}
"""Where the texts among their arguments begin."""
WORDED = {"label", "help", "placeholder", "title"}
LABELLED = re.compile(
    r"(st|left|right|column)\.(\w*button|text_input|text_area|number_input|radio|checkbox|toggle|slider|select_slider"
    r"|write|title|header|subheader|metric|toast"
    r"|selectbox|pills|segmented_control|expander|caption|markdown|warning|info|error|success|page_link)"
)
PROSE = re.compile(r"[A-Za-z]{2}")


def _unsaid(source: Source) -> list[tuple[int, str]]:
    found = []
    for call in (node for node in ast.walk(source.tree) if isinstance(node, ast.Call)):
        name = ast.unparse(call.func)
        shown = [keyword.value for keyword in call.keywords if keyword.arg in WORDED]
        if name in ELEMENTS:
            shown += call.args[ELEMENTS[name] :]
        elif LABELLED.fullmatch(name):
            shown += call.args[:1]
        found += [(node.lineno, text) for node in shown if (text := _text(node)) and PROSE.search(text)]
    return [(line, text) for line, text in found if text.strip() not in NAMES]


def _text(node: ast.expr) -> str:
    """The words of a text that stands there as it is; an expression in an f-string counts as none."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value for part in node.values if isinstance(part, ast.Constant))
    return ""


@each(sources("pages", "components"))
def test_what_a_person_reads_can_be_said_in_another_language(source: Source) -> None:
    assert _unsaid(source) == [], "say it with t, so that it can be translated"


SAID_AT = {"Quantity": 1, "Step": 0}
"""Which argument of a part of a result is shown as words."""


@each(sources("core/calculators"))
def test_what_a_calculator_found_can_be_said_in_another_language(source: Source) -> None:
    calls = [(ast.unparse(node.func), node) for node in ast.walk(source.tree) if isinstance(node, ast.Call)]
    shown = [call.args[SAID_AT[name]] for name, call in calls if len(call.args) > SAID_AT.get(name, len(call.args))]
    assert [(node.lineno, text) for node in shown if (text := _text(node)) and PROSE.search(text)] == [], (
        "say it with t"
    )
