"""A script of ours as browsers get it. It reads the script's file."""

from pathlib import Path


def script_text(path: Path) -> str:
    """The text of a script without its comments: its inline element, its hash and its component all hold this one."""
    return without_comment_lines(path.read_text(encoding="utf-8"))


def without_comment_lines(script: str) -> str:
    r"""A script without the lines that are nothing but a comment; a comment behind code stays.

    What stands in a template literal is a text, `//` at the start of its line or not, and stays too.

    >>> without_comment_lines("// why\nrun() // at once\n  // and\nsay(`\n// said`)")
    'run() // at once\nsay(`\n// said`)'
    """
    kept, in_template = [], False
    for line in script.split("\n"):
        if in_template or not line.lstrip().startswith("//"):
            kept.append(line)
            in_template ^= line.count("`") % 2 == 1
    return "\n".join(kept)
