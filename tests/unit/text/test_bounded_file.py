import ast
import io

import pytest

from core.text.bounded_file import TooLargeError, bounded_bytes
from tests.architecture.source import sources


def test_as_much_as_is_allowed_is_read():
    assert bounded_bytes(io.BytesIO(b"1234"), 4) == b"1234"


def test_one_byte_more_is_refused_and_no_more_is_read():
    endless = io.BytesIO(b"x" * 3_000_000)
    with pytest.raises(TooLargeError, match=r"^larger than 2 MB$"):
        bounded_bytes(endless, 2_000_000)
    assert endless.tell() == 2_000_001


def test_no_command_bounds_its_file_in_a_way_of_its_own():
    reads = [
        (source.path, call.lineno)
        for source in sources("core/commands")
        for call in ast.walk(source.tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "read"
    ]
    assert reads == []
