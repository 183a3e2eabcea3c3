"""What the plan to an interview puts first, at the top of Progress."""

from components.markup import el, show
from components.plan_ways import plan_ways
from components.way_button import way_button
from core.quiz.plan_lead import PlanLead, lead_heading, lead_words


def progress_lead(lead: PlanLead) -> None:
    """Draws the words, and the way to what comes first; the others stand with the plan."""
    show(el("p", el("strong", lead_heading(lead)), f": {lead_words(lead)}", class_="ll-lede"))
    way_button(plan_ways(lead)[0], "progress-lead", primary=True)
