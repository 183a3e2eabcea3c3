"""Past mock interviews beside each other."""

from components import session
from components.past_mocks import PAST
from core.content.interview_items import Topic
from tests.app.pages import ran, words
from tests.app.seated import key_of, seated
from tests.interviews import NOW, debriefed_mock


def test_past_interviews_name_the_topics_that_they_were_kept_to() -> None:
    mock = debriefed_mock(session.content())
    test = seated(PAST + mock.id, mock, way="mock")
    assert "Fine-tuning methods" not in words(test)[words(test).index("Past interviews") :]
    later = mock.model_copy(update={"id": "later", "topics": (Topic.TUNING,)})
    session.store().drafts.put(key_of(test), PAST + later.id, later.model_dump_json(), NOW)
    assert words(ran(test)).count("“Fine-tuning methods”") == 1
