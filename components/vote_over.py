"""What counted once a vote is over."""

from components.markup import el, icon, show
from core.content.graphs import Question
from core.content.items import AnyItem
from core.language.text import t
from core.workshop.picks import pick_words
from core.workshop.room import Ballot


def vote_over(ballot: Ballot, asked: AnyItem | Question, person: str) -> None:
    """Draws the pick that counted, or that there was none."""
    mine = ballot.picks.get(person)
    words = t("The vote is over. You had no pick.")
    if mine:
        words = t("Your pick: {pick}. The vote is over.", pick=pick_words(asked, mine))
    show(el("p", icon("how_to_vote"), el("span", words), class_="ll-said", role="status"))
