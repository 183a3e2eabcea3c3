"""What to keep in mind beside a result, in the words of its form. Pure."""

from core.calculator_page.on_the_form import on_the_form
from core.calculator_page.opened import Opened
from core.calculators.cost_cautions import unread
from core.calculators.cost_inputs import CostInputs
from core.content.reference import Reference
from core.language.text import t


def notes_of(opened: Opened, reference: Reference) -> tuple[str, ...]:
    """The notes of a result. Inputs that a job does not read are named as the form names them, and at no switch.

    Whoever changes “Hours from” keeps what was typed for the other way, and sees none of it in the form.
    """
    inputs, result = opened.inputs, opened.result
    if not isinstance(inputs, CostInputs):
        return tuple(on_the_form(opened.calculator, note) for note in result.notes)
    fields = CostInputs.model_fields
    left = unread(inputs, reference)
    given = [name for name in fields if name in left and getattr(inputs, name) != fields[name].get_default()]
    titles = ", ".join(t("“{name}”", name=t(fields[name].title or name)) for name in given)
    said = (t("Set, but not used for this: {titles}.", titles=titles),) if given else ()
    return (*said, *result.notes[len(result.cautions) :])
