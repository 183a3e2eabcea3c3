"""The titles of drills, exams and the cases: stored in English, shown in the language in force. Pure."""

from core.content.choice_items import APPROACH_LABELS, CaseApproach
from core.language.in_force import ENGLISH, in_force
from core.language.text import t

AGAIN, MISSED = ", again", ", missed"
_EXAM = "Exam: "


def pair_title(first: CaseApproach, second: CaseApproach) -> str:
    """The title of a drill of two approaches.

    >>> pair_title(CaseApproach.FINE_TUNE, CaseApproach.PROMPT)
    'Fine-tuning or better prompting'
    """
    return f"{APPROACH_LABELS[first]} or {_small(APPROACH_LABELS[second])}"


def exam_title(topics: list[str]) -> str:
    """The title of an exam on some topics; of one on all, when there are none.

    >>> exam_title(["Alignment", "Pitfalls"]), exam_title([])
    ('Exam: Alignment, Pitfalls', 'Exam')
    """
    return f"{_EXAM}{', '.join(topics)}" if topics else "Exam"


def said_title(title: str) -> str:
    """A stored title in the language in force; names from the chapter stay as they are.

    >>> said_title("Exam: Alignment, missed, again"), said_title("Gradient descent")
    ('Exam: Alignment, missed, again', 'Gradient descent')
    """
    if in_force() == ENGLISH:
        return title
    if title.endswith(AGAIN):
        return t("{title}, again", title=said_title(title.removesuffix(AGAIN)))
    if title.endswith(MISSED):
        return t("{title}, missed", title=said_title(title.removesuffix(MISSED)))
    if title.startswith(_EXAM):
        topics = title.removeprefix(_EXAM).split(", ")
        return t("Exam: {topics}", topics=", ".join(t(topic) for topic in topics))
    pair = next((pair for pair in _pairs() if pair_title(*pair) == title), None)
    if pair:
        one, other = (t(APPROACH_LABELS[approach]) for approach in pair)
        return t("{one} or {other}", one=one, other=other)
    return t(title)


def approach_inside(label: str) -> str:
    """The label of an approach as it stands within a sentence: small in English, but for what is all capitals.

    >>> approach_inside("A smaller model"), approach_inside("RAG")
    ('a smaller model', 'RAG')
    """
    return _small(label) if in_force() == ENGLISH else t(label)


def _small(label: str) -> str:
    return label if label.isupper() else label[0].lower() + label[1:]


def _pairs() -> list[tuple[CaseApproach, CaseApproach]]:
    return [(one, other) for one in CaseApproach for other in CaseApproach if one is not other]
