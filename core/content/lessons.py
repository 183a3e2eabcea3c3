"""The schema of what is taught from the claims: stops of the pipeline and lessons. Pure."""

from typing import Annotated

from pydantic import Field, StringConstraints

from core.content.base import Entry, Line, Slug, Text
from core.content.facts import Category
from core.content.pages import Page

Param = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=64)]


class Link(Entry):
    """A link to another page, shown only where the visitor can open it."""

    page: Page
    label: Line
    params: dict[Param, str] = Field(default_factory=dict, description="What the address carries, e.g. step: sft.")


class CostGuess(Entry):
    """What a stop costs in dollars, as a question that is asked before the cost is shown."""

    question: Line = Field(description="'What does the compute of one run cost?'")
    claims: tuple[Slug, ...] = Field(
        min_length=1, description="Claims that answer it: from the lowest dollar of their figures to the highest."
    )


class Stage(Entry):
    """One stop of the training pipeline; its id is the id of its node in the graph `pipeline`."""

    id: Slug
    title: Line = Field(description="What happens here, as a headline: 'A teacher shows how to answer'.")
    phase: Line = Field(description="'Stage 2: SFT'.")
    category: Category
    source: Slug
    text: Text
    goes_in: Line
    comes_out: Line
    data: Line
    cost: Line
    guess: CostGuess | None = Field(default=None, description="Where the cost is a figure: asked for before it shows.")
    who: Line
    scale: tuple[Slug, ...] = Field(min_length=1, description="Claims whose figures are shown large.")
    chef: Text
    watch_for: Text
    claims: tuple[Slug, ...] = Field(min_length=1)
    items: tuple[Slug, ...] = ()
    links: tuple[Link, ...] = ()


class Block(Entry):
    """A piece of a lesson: a heading, text, the claims that it teaches, perhaps a figure."""

    id: Slug
    heading: Line
    text: Text = Field(description="Markdown of our own: paragraphs, **bold**, lists.")
    claims: tuple[Slug, ...] = ()
    figures: tuple[Slug, ...] = Field(default=(), description="Claims whose figures are shown large under the text.")
    figure: Slug | None = Field(default=None, description="An interactive figure, by its name in components/figures.")


class Lesson(Entry):
    """A page of text and figures."""

    id: Slug
    title: Line
    lede: Text
    source: Slug
    blocks: tuple[Block, ...] = Field(min_length=1)
