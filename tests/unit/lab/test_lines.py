"""What a worker and its runner tell each other, a line each."""

import pytest

from core.lab.runner.lines import read_line, said


def test_line_comes_back_as_its_kind_and_fields() -> None:
    assert read_line(said("hello", number=3)) == ("hello", {"number": 3})


@pytest.mark.parametrize("line", ["[]", "3", "null", "{}", '{"kind": 3}', "not json"])
def test_line_that_nobody_of_ours_wrote_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"not a line of a worker|Expecting value"):
        read_line(line)
