"""A room's agenda in the language of whoever looks at it."""

from dataclasses import replace

import pytest

from core.content.models import Content
from core.workshop.apply import apply, opened_room
from core.workshop.host import open_room
from core.workshop.in_language import in_language
from core.workshop.left_out import leave_out
from core.workshop.room import Room
from tests.read_once import load_languages
from tests.unit.workshop.small_room import START


@pytest.fixture(scope="module")
def languages() -> dict[str, Content]:
    return dict(load_languages())


def room_in(content: Content, agenda: str = "workshop-45") -> Room:
    return opened_room(open_room("ABC-234", content.agenda_by_id[agenda], content.language, START))


@pytest.mark.parametrize("agenda", ["workshop-45", "workshop-20"])
@pytest.mark.parametrize(("own", "other"), [("en", "de"), ("de", "en")])
def test_agenda_of_the_product_is_read_in_the_other_language(
    languages: dict[str, Content], own: str, other: str, agenda: str
) -> None:
    read = in_language(room_in(languages[own], agenda), languages[own], languages[other])
    wanted = languages[other].agenda_by_id[agenda]
    assert (read.title, read.steps) == (wanted.title, wanted.steps)


def test_own_language_leaves_the_room_as_it_is(languages: dict[str, Content]) -> None:
    room = room_in(languages["de"])
    assert in_language(room, languages["de"], languages["de"]) is room


def test_step_that_a_host_changed_or_moved_stays_so(languages: dict[str, Content]) -> None:
    room = room_in(languages["en"])
    own = room.steps[0].model_copy(update={"title": "Our own welcome"})
    room = replace(room, title="Our own title", steps=(own, *reversed(room.steps[1:])))
    read = in_language(room, languages["en"], languages["de"])
    assert (read.title, read.steps[0]) == ("Our own title", own)
    assert read.steps[1:] == tuple(reversed(languages["de"].agenda_by_id["workshop-45"].steps[1:]))


def test_step_that_was_left_out_is_read_in_the_other_language(languages: dict[str, Content]) -> None:
    room = room_in(languages["en"])
    dropped = room.steps[2].id
    for event in leave_out(room, dropped, START):
        room = apply(room, event)
    read = in_language(room, languages["en"], languages["de"])
    assert read.whole_agenda == languages["de"].agenda_by_id["workshop-45"].steps
