"""Everything about one stop of the training pipeline."""

from collections.abc import Collection

from components.claim_figures import claim_figures
from components.in_english import in_english
from components.markup import description_list, el, icon_row, rich, show
from components.page_links import page_links
from components.stage_cost_guess import stage_cost_guess
from core.content.lessons import Stage
from core.content.models import Content
from core.join.stage_links import stage_links
from core.language.text import t


def stage_panel(content: Content, stage: Stage, *, guess_first: bool = False, to_come: Collection[str] = ()) -> None:
    """Draws a stop: text, what goes in and comes out, figures, chef line, warning, links.

    With `guess_first`, a cost that is a figure shows once it was guessed, or the guess was skipped. No link leads to
    the stations of the lab that are `to_come` in a room.
    """
    head = [in_english(stage), el("h2", stage.title, id=f"stage-{stage.id}"), rich("p", stage.text)]
    guess = stage.guess if guess_first else None
    hidden: tuple[str, ...] = ()
    if guess:
        show(*head, class_="ll ll-stack")
        head = []
        hidden = () if stage_cost_guess(content, stage.id, guess) else guess.claims
    cost = (t("Cost"), stage.cost)
    rows = (
        (t("Goes in"), stage.goes_in),
        (t("Comes out"), stage.comes_out),
        (t("Data"), stage.data),
        *(() if hidden else (cost,)),
        (t("Who does it"), stage.who),
    )
    on_paper = el("div", description_list((cost,)), class_="ll-print") if hidden else None
    show(*head, description_list(rows), on_paper, class_="ll ll-stack")
    claim_figures(content, [claim for claim in stage.scale if claim not in hidden])
    show(
        icon_row("skillet", t("In the kitchen."), stage.chef),
        icon_row("warning", t("Watch for"), stage.watch_for),
        class_="ll ll-stack",
    )
    page_links(stage_links(content, stage, to_come))
