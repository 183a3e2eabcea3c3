"""Keeps the chosen one of a row of choices in view where the row is wider than the screen."""

from components.markup import el
from components.own_script.own_script import own_script


def chosen_in_view(container: str, chosen: str) -> None:
    """Moves the row in the container of that key to its choice; again whenever another one is chosen."""
    own_script("chosen_in_view", told=el("span", hidden="hidden", data_ll_chosen_in=container, data_ll_chosen=chosen))
