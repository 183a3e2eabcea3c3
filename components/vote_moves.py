"""How the room moved between two rounds of a vote, and how many of its people that counts."""

from components.markup import el, number_row, show
from core.content.items import AnyItem
from core.language.half_up import fixed
from core.language.text import t
from core.workshop.room import Ballot
from core.workshop.votes import moves, share_right


def vote_moves(item: AnyItem, held: tuple[Ballot, ...]) -> None:
    """Draws the shares right of both rounds and who moved; a round in which nobody voted is not compared."""
    if len(held) < 2:
        return
    first, second = share_right(item, held[0]), share_right(item, held[1])
    if first is None or second is None:
        empty = 1 if first is None else 2
        show(el("p", t("Nobody voted in round {number}: there is nothing to compare.", number=empty), class_="ll-note"))
        return
    found = moves(item, held[0], held[1])
    shares = t("{first} to {second} %", first=fixed(100 * first), second=fixed(100 * second))
    figures = (
        (shares, t("right, first and second round")),
        (str(found.wrong_to_right), t("moved wrong to right")),
        (str(found.right_to_wrong), t("moved right to wrong")),
    )
    show(number_row(*figures))
    people = len(held[0].picks.keys() | held[1].picks.keys())
    if found.both < people:  # else the shares fall or rise by more than the moves, and nobody says why
        words = t(
            "Moves count only those who voted in both rounds: {both} of {people}.", both=found.both, people=people
        )
        show(el("p", words, class_="ll-note"))
