"""The help: each place of the keys stands once, and its keys under it."""

from tests.app.pages import opened, press, words


def test_each_place_heads_its_keys_once() -> None:
    page = words(press(opened("start.py"), "help.open"))
    for place, keys in {"Quick-fire": 4, "A room you host": 3, "Interview": 2}.items():
        assert page.count(f'<th scope="rowgroup" rowspan="{keys}">{place}</th>') == 1
        assert f"<td>{place}</td>" not in page
    assert page.count('scope="rowgroup"') == 7
