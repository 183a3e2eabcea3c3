"""What a page in German says on its buttons and above its fields, held against the catalogue."""

import re

from streamlit.testing.v1 import AppTest

from core.language.catalogue import catalogue

_GAP = re.compile(r"\\\{\w*\\\}")


def labels(test: AppTest) -> list[str]:
    """The labels of the buttons and fields, and of what switches choose from; not those that content names, and not
    the languages, which each name themselves."""
    switches = (*test.segmented_control, *test.pills, *test.selectbox)
    fields = [*test.button, *switches, *test.radio, *test.slider, *test.select_slider]
    names = [field.label for field in fields if not (field.key or "").startswith("language.")]
    return names + [option for switch in switches for option in switch.options]


def said_in_german(label: str) -> bool:
    """Whether the catalogue has the label as German, whatever its gaps are filled with; numbers need no German."""
    forms = [form for translated in catalogue("de").forms.values() for form in translated]
    patterns = [_GAP.sub(".+", re.escape(form)) for form in forms]
    return label.isdigit() or any(re.fullmatch(one, label) for one in patterns if re.search(r"\w", one))
