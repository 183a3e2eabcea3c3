"""Case drill. Say whether a case calls for prompting, stuffing, RAG, fine-tuning or a smaller model."""

from components import session
from components.case_drill import case_drill
from components.one_item import one_item

content = session.content()
if not one_item(content):
    case_drill(content)
