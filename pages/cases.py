"""Case drill. Prompt, stuff, retrieve, fine-tune, or a smaller model: which fits the case."""

from components import session
from components.case_drill import case_drill

case_drill(session.content())
