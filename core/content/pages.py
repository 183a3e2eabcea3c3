"""The pages of the product, by the slug that stands in the address. Pure."""

from enum import StrEnum


class Page(StrEnum):
    """Every page there is or will be; `pages/navigation.py` says which are open."""

    START = "start"
    PIPELINE = "pipeline"
    FINE_TUNING = "fine-tuning"
    ALIGNMENT = "alignment"
    PITFALLS = "pitfalls"
    LAB = "lab"
    TAKEAWAYS = "takeaways"
    DECIDE = "decide"
    COMPARE = "compare"
    CALCULATORS = "calculators"
    QUICK_FIRE = "quick-fire"
    CASES = "cases"
    INTERVIEW = "interview"
    PROGRESS = "progress"
    HOST = "host"
    JOIN = "join"
    REMOTE = "remote"
