"""Case drill. Say whether a case calls for prompting, stuffing, RAG, fine-tuning or a smaller model."""

from components import session
from components.case_drill import case_drill

case_drill(session.content())
