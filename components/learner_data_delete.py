"""Deletion of all that is kept about a learner."""

from components import session
from components.delete_in_two_steps import Deletion, delete_in_two_steps
from core.language.numbers import decimal
from core.language.text import nt, t


def learner_data_delete() -> None:
    """Draws the way to delete it; once it is asked for what would go."""
    does = t(
        "Removes everything this server keeps about you. Only the name, votes and questions you gave a workshop "
        "room stay until that room is deleted. Export your data first if you might want them again."
    )
    delete_in_two_steps(Deletion("learner-data", t("Delete my data"), does), _what_goes, _delete)


def _what_goes() -> str:
    held = session.store().learners.holdings(session.learner().key)
    parts = [
        (held.answers, nt("{n} answer", "{n} answers", held.answers, n=decimal(held.answers))),
        (held.cards, nt("the schedule of {n} question", "the schedule of {n} questions", held.cards)),
        (held.drafts, nt("{n} saved place", "{n} saved places (such as past interviews)", held.drafts)),
    ]
    named = [words for count, words in parts if count] or [parts[0][1]]
    told = {"first": ", ".join(named), "last": t("your settings")}
    if held.browsers > 1:
        return t("This deletes {first} and {last}, on every device that shares this record.", **told)
    return t("This deletes {first} and {last}.", **told)


def _delete() -> None:
    session.store().learners.delete(session.learner().key)
    session.forget()
    session.keep("learner-data.deleted", True)
    session.set_params({})
