"""An exam on a topic that has a single question counts it as one."""

from components import session
from components.quiz_place import EXAM
from core.quiz.generated import find_item
from core.quiz.quiz import Quiz, Response
from core.quiz.right_answer import right_answer
from tests.app.pages import opened, press, ran, words
from tests.app.seated import key_of


def test_topic_of_one_question_makes_an_exam_of_one_question() -> None:
    test = opened("quick_fire.py", {"way": "exam"})
    test.pills(key="exam-start.pages").set_value(["start"])
    assert ran(test).button(key="exam-start.go").label == "Start the exam: 1 question"
    assert "These topics have 1 question that an exam can ask." in words(test)
    press(test, "exam-start.go")
    drafts, key = session.store().drafts, key_of(test)
    quiz = Quiz.model_validate_json(str(drafts.get(key, EXAM)))
    item = find_item(session.content(), quiz.item_id)
    assert item
    given = {item.id: Response(id="answered", answer=right_answer(item))}
    drafts.put(key, EXAM, quiz.model_copy(update={"responses": given}).model_dump_json(), session.now())
    press(ran(test), next(str(button.key) for button in test.button if str(button.key).endswith("hand-in")))
    assert "The one question is answered." in words(test)
