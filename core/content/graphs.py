"""The schema of diagrams and of the decision guide that walks one of them. Pure."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from core.content.base import Entry, Line, Slug, Source, Text
from core.content.facts import Category
from core.content.lessons import Link

EdgeLabel = Annotated[str, StringConstraints(max_length=120)]
"""What stands on an edge; often nothing."""


class NodeKind(StrEnum):
    """The chapter's two shapes: a box says something, a decision asks something."""

    BOX = "box"
    DECISION = "decision"


class Node(Entry):
    """A node of a graph."""

    id: Slug
    label: Text = Field(description="As the chapter writes it, lines and all.")
    kind: NodeKind = NodeKind.BOX
    category: Category | None = None
    group: Slug | None = None
    product: bool = Field(default=False, description="A thing that a step yields; drawn with round ends.")
    name_lines: int = Field(
        default=1, ge=1, description="How many lines of the label are its name; the rest is detail."
    )
    short: Line | None = Field(default=None, description="Its name in lists; without it, its name up to a colon.")
    added: bool = Field(default=False, description="Not in the chapter.")

    @property
    def lines(self) -> tuple[str, ...]:
        """The label's lines."""
        return tuple(self.label.split("\n"))

    @property
    def name(self) -> str:
        """The name alone, on one line."""
        return " ".join(self.lines[: self.name_lines])

    @property
    def list_name(self) -> str:
        """The name on a list."""
        return self.short or self.name.partition(":")[0]

    @property
    def details(self) -> tuple[str, ...]:
        """The lines after the name."""
        return self.lines[self.name_lines :]


class Edge(Entry):
    """A directed edge; its label is what the chapter writes on it."""

    start: Slug = Field(alias="from")
    end: Slug = Field(alias="to")
    label: EdgeLabel = ""
    added: bool = False

    @property
    def id(self) -> str:
        """What a translation calls it: where it starts and where it ends."""
        return f"{self.start}>{self.end}"


class Group(Entry):
    """Nodes that share a band."""

    id: Slug
    label: Line
    category: Category


class Graph(Entry):
    """A diagram. A graph that `extends` another adds nodes and edges to it and names the edges that they replace."""

    id: Slug
    title: Line
    description: Text = Field(description="What the picture shows, for those who do not see it.")
    source: Source
    direction: Literal["TB", "LR"] = "TB"
    added_word: Line = Field(default="added", description="What stands on a node that is not in the chapter.")
    extends: Slug | None = None
    drops: tuple[Edge, ...] = ()
    groups: tuple[Group, ...] = ()
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    def node(self, node_id: str) -> Node:
        """The node with that id. KeyError when there is none."""
        for node in self.nodes:
            if node.id == node_id:
                return node
        raise KeyError(node_id)


class Option(Entry):
    """An answer to a question of the guide."""

    id: Slug
    label: Line
    detail: Text = Field(description="What the answer means, with an example.")
    why: Text = Field(description="What follows from it, and why.")
    caution: Text | None = Field(
        default=None, description="What the outcome says about an answer that it does not do justice to."
    )
    path: tuple[Slug, ...] = Field(default=(), description="Nodes between the question's node and where it leads.")
    leads_to: Slug = Field(description="The next question, or the outcome.")


class Unsure(Entry):
    """What to do when the answer is not known."""

    text: Text = Field(description="How to find out.")
    assume: Slug = Field(description="The option to continue with: the one that costs less if it is wrong.")


class Question(Entry):
    """One question of the guide, standing on a node of the guide's graph."""

    id: Slug
    node: Slug
    text: Line
    source: Source
    many: bool = Field(default=False, description="Several answers at once are possible.")
    options: tuple[Option, ...] = Field(min_length=2)
    unsure: Unsure | None = None
    added: bool = Field(default=False, description="Not in the chapter's graph.")
    added_why: Text | None = Field(default=None, description="Why we added it, with the chapter's words behind it.")

    def option(self, option_id: str) -> Option:
        """The option with that id. KeyError when there is none."""
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)


class Outcome(Entry):
    """Where the guide ends on one branch."""

    id: Slug
    node: Slug
    approach: Slug
    title: Line = Field(description="What to do, as an imperative: 'Use RAG'.")
    because: Text
    cost: Line
    time_to_ship: Line
    avoid_when: Text
    try_first: Text = Field(description="The cheaper thing to try before it.")
    revisit_when: Text
    consequences: tuple[Text, ...] = Field(min_length=1)
    claims: tuple[Slug, ...] = Field(min_length=1)
    pitfalls: tuple[Slug, ...] = ()
    order: int = Field(ge=1, description="Cheapest first, when several outcomes are due at once.")
    order_why: Text = Field(description="Why it has this place among the others.")
    links: tuple[Link, ...] = ()
    source: Source
    added: bool = False


class Guide(Entry):
    """The decision guide: its first question, the graph that it lights, and where it can end."""

    id: Slug
    graph: Slug
    first: Slug
    questions: tuple[Question, ...] = Field(min_length=1)
    outcomes: tuple[Outcome, ...] = Field(min_length=1)

    def question(self, question_id: str) -> Question | None:
        """The question of that id, or None."""
        return next((q for q in self.questions if q.id == question_id), None)

    def outcome(self, outcome_id: str) -> Outcome | None:
        """The outcome of that id, or None."""
        return next((o for o in self.outcomes if o.id == outcome_id), None)
