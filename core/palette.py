"""The colours of the product by token, light and dark. Everything that draws takes them from here. Pure.

`.streamlit/config.toml` repeats those that Streamlit itself needs; a test compares the two, and checks the contrast
of every pair that is drawn.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Shade:
    """One token: its value on the light and on the dark page."""

    light: str
    dark: str


TOKENS = MappingProxyType(
    {
        "paper": Shade("#fdfdfb", "#121715"),
        "panel": Shade("#f2f4ef", "#1d2421"),
        "wash": Shade("#f2f4ef", "#1a201e"),
        "card": Shade("#ffffff", "#1a211e"),
        "ink": Shade("#16201d", "#edf1ee"),
        "muted": Shade("#535e59", "#a9b5b0"),
        "line": Shade("#d6dad4", "#39433f"),
        "line-strong": Shade("#868f8a", "#6f7b76"),
        "dead": Shade("#a9b1ac", "#56615c"),
        "hover": Shade("#f2f4ef", "#28312d"),
        "marker": Shade("#ffe04d", "#ffe04d"),
        "on-marker": Shade("#16201d", "#16201d"),
        "marker-edge": Shade("#16201d", "#ffe04d"),
        "chosen": Shade("#fff6c9", "#2c2a17"),
        "focus": Shade("#16201d", "#ffe04d"),
        "right": Shade("#0a6640", "#86e0b4"),
        "right-wash": Shade("#e4f3ea", "#142c21"),
        "wrong": Shade("#9c1f18", "#ffb0a8"),
        "wrong-wash": Shade("#fbebe9", "#331c1a"),
        "care": Shade("#6b5000", "#ffdf6b"),
        "prompt": Shade("#3c7af9", "#b5ebfc"),
        "stuff": Shade("#00666a", "#549d94"),
        "rag": Shade("#2b1590", "#b398fe"),
        "tune": Shade("#de600d", "#e66a0d"),
        "pre": Shade("#5e1645", "#a456db"),
        "align": Shade("#b36c9c", "#e497a1"),
        "app": Shade("#4f5a5f", "#57747c"),
        "tune-text": Shade("#a84400", "#f39a55"),
        "pre-text": Shade("#5e1645", "#c995ea"),
        "align-text": Shade("#8a4374", "#e497a1"),
        "app-text": Shade("#4a5a61", "#a9b5b0"),
    }
)


def css_variables() -> str:
    """The tokens as CSS custom properties that follow the theme in use.

    >>> css_variables().splitlines()[0]
    '--ll-paper: light-dark(#fdfdfb, #121715);'
    """
    return "\n".join(f"--ll-{name}: light-dark({shade.light}, {shade.dark});" for name, shade in TOKENS.items())
