"""All content as one frozen value, and which file holds which part of it. Pure."""

from functools import cached_property
from typing import Any

from core.content.agendas import Agenda
from core.content.base import Entry
from core.content.facts import Approach, Chapter, Claim, CostRow, Pitfall, Section, Term
from core.content.graphs import Graph, Guide
from core.content.item_base import Misconception
from core.content.items import AnyItem, Item
from core.content.lab import LabStation
from core.content.lessons import Block, Lesson, Stage
from core.content.translation import name_of


class Content(Entry):
    """Everything that is taught."""

    chapter: Chapter
    guide: Guide
    claims: tuple[Claim, ...]
    stages: tuple[Stage, ...]
    graphs: tuple[Graph, ...]
    approaches: tuple[Approach, ...]
    costs: tuple[CostRow, ...]
    pitfalls: tuple[Pitfall, ...]
    lessons: tuple[Lesson, ...]
    terms: tuple[Term, ...]
    items: tuple[Item, ...]
    misconceptions: tuple[Misconception, ...]
    lab: tuple[LabStation, ...]
    agendas: tuple[Agenda, ...]
    language: str = "en"
    translated: frozenset[str] = frozenset()
    translated_parts: frozenset[str] = frozenset()

    def is_translated(self, entry: Entry) -> bool:
        """Whether an entry is in the language of this content; in English everything is."""
        return self.language == "en" or name_of(entry) in self.translated

    @cached_property
    def claim_by_id(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def stage_by_id(self) -> dict[str, Stage]:
        """Stops of the pipeline by id, in the order of the walk."""
        return {stage.id: stage for stage in self.stages}

    @cached_property
    def section_by_id(self) -> dict[str, Section]:
        """Sections of the chapter by id, in its order."""
        return {section.id: section for section in self.chapter.sections}

    @cached_property
    def graph_by_id(self) -> dict[str, Graph]:
        """Graphs by id, extensions already applied."""
        return {graph.id: graph for graph in self.graphs}

    @property
    def guide_graph(self) -> Graph:
        """The flowchart of the decision guide."""
        return self.graph_by_id[self.guide.graph]

    @cached_property
    def approach_by_id(self) -> dict[str, Approach]:
        """Approaches by id, cheapest first."""
        return {approach.id: approach for approach in self.approaches}

    @cached_property
    def pitfall_by_id(self) -> dict[str, Pitfall]:
        """Pitfalls by id."""
        return {pitfall.id: pitfall for pitfall in self.pitfalls}

    @cached_property
    def lesson_by_id(self) -> dict[str, Lesson]:
        """Lessons by id."""
        return {lesson.id: lesson for lesson in self.lessons}

    @cached_property
    def block_by_id(self) -> dict[str, Block]:
        """The blocks of all lessons by id."""
        return {block.id: block for lesson in self.lessons for block in lesson.blocks}

    @cached_property
    def term_by_id(self) -> dict[str, Term]:
        """Terms by id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def item_by_id(self) -> dict[str, AnyItem]:
        """Items of the bank by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def asked_nodes(self) -> frozenset[str]:
        """Ids of the nodes that an item of the bank asks about."""
        return frozenset(item.node for item in self.items)

    @cached_property
    def misconception_by_id(self) -> dict[str, Misconception]:
        """Misconceptions by id."""
        return {misconception.id: misconception for misconception in self.misconceptions}

    @cached_property
    def lab_by_id(self) -> dict[str, LabStation]:
        """Stations of the lab by id."""
        return {station.id: station for station in self.lab}

    @cached_property
    def agenda_by_id(self) -> dict[str, Agenda]:
        """Agendas of workshops by id."""
        return {agenda.id: agenda for agenda in self.agendas}


SINGLE: dict[str, type[Entry]] = {"chapter": Chapter, "guide": Guide}
"""Files that hold one entry: `chapter.yaml`."""

MANY: dict[str, Any] = {
    "claims": Claim,
    "stages": Stage,
    "graphs": Graph,
    "approaches": Approach,
    "costs": CostRow,
    "pitfalls": Pitfall,
    "lessons": Lesson,
    "terms": Term,
    "items": Item,
    "misconceptions": Misconception,
    "lab": LabStation,
    "agendas": Agenda,
}
"""Files that hold a list of entries: `stages.yaml`, or every file of the folder `claims/`."""
