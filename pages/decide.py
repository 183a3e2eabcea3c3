"""Decision guide. Takes a real case to prompting, retrieval or fine-tuning, and leaves a record of why."""

from components import session
from components.decision_guide import decision_guide

decision_guide(session.content())
