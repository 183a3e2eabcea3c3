"""The catalogues' files: each beginning of a path that decides for one belongs to code that is there."""

from core.language.areas import _BEGINNINGS
from tests.open_pages import ROOT


def test_no_beginning_is_of_code_that_has_gone() -> None:
    files = [
        path.relative_to(ROOT).as_posix() for part in ("core", "components") for path in (ROOT / part).rglob("*.py")
    ]
    beginnings = [one for area in _BEGINNINGS.values() for one in area]
    assert [one for one in beginnings if not any(file.startswith(one) for file in files)] == []
