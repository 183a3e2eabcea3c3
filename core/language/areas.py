"""Which file of a catalogue a text goes to, by the file of code that says it. Pure."""

SHARED = "shared"

# The first beginning that fits decides; what fits none is shared.
_BEGINNINGS = {
    "interview": (
        "components/interview",
        "components/mock_",
        "components/opinion_asked",
        "components/answer_box/",
        "core/interview/",
        "core/content/interview_items",
        "core/export/interview",
    ),
    "workshop": (
        "components/workshop",
        "components/agenda",
        "components/vote",
        "components/cast_vote",
        "components/countdown",
        "components/room_",
        "components/join_card",
        "components/private_figure",
        "components/report",
        "components/presenter",
        "components/follow",
        "components/ask_and_feel",
        "components/own_seat",
        "components/pace_gauge",
        "components/step_clock",
        "core/workshop/",
        "core/export/workshop",
    ),
    "lab": ("components/lab", "core/lab/", "core/lab_page/", "core/web/lab"),
    "decide": (
        "components/decision",
        "components/calculator",
        "components/compare",
        "components/approach",
        "components/cost_table",
        "core/calculator",
        "core/decision",
        "core/export/decision",
    ),
    "learn": (
        "components/figures/",
        "components/pipeline",
        "components/stage",
        "components/lesson",
        "components/pitfall",
        "components/lora_",
        "components/course_uses",
        "components/ladder",
        "components/summary",
        "components/term",
        "components/curve",
        "components/diagram",
        "components/graph_",
        "core/diagram/",
    ),
    "practise": (
        "components/answer",
        "components/case",
        "components/confidence",
        "components/confusion",
        "components/day_bars",
        "components/drill",
        "components/exam",
        "components/grade",
        "components/learner",
        "components/missed",
        "components/pair_fields",
        "components/practice",
        "components/progress",
        "components/question",
        "components/quiz",
        "components/review",
        "components/response",
        "core/quiz/",
        "core/export/",
    ),
}


def area_of(path: str) -> str:
    """The area of a file of code.

    >>> area_of("components/mock_start.py"), area_of("core/numbers/number_format.py")
    ('interview', 'shared')
    """
    return next((area for area, beginnings in _BEGINNINGS.items() if path.startswith(beginnings)), SHARED)
