"""Decision guide. Takes a real case to prompting, retrieval or fine-tuning, and leaves a record of why."""

from components import session
from components.decision_guide import decision_guide
from components.page_head import page_head

page_head("Decision guide", "Answer for a case of your own. The chart lights your way and keeps it in the address.")
decision_guide(session.content())
