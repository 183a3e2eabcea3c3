"""The figures of claims as big numbers, each with what it counts and its source."""

from collections.abc import Sequence

from components.markup import show, sourced_numbers, whole_ranges
from core.content.facts import Claim, Figure
from core.content.models import Content
from core.numbers.figures import figure_source, figure_text

MOST = 3


def claim_figures(content: Content, claim_ids: Sequence[str]) -> None:
    """Draws the first figures of the claims in a row under a heavy rule."""
    claims = [content.claim_by_id[claim_id] for claim_id in claim_ids]
    pairs = [(claim, figure) for claim in claims for figure in claim.figures][:MOST]
    show(*sourced_numbers(*(_figure(content, claim, figure) for claim, figure in pairs)))


def _figure(content: Content, claim: Claim, figure: Figure) -> tuple[str, str, str]:
    source = figure_source(claim, figure, content.section_by_id[claim.source].title)
    return whole_ranges(figure_text(figure)), figure.label, source
