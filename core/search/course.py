"""A content with what belongs together in it and the index to search it by, each made when first asked for. Pure."""

from dataclasses import dataclass
from functools import cached_property

from core.content.models import Content
from core.join.join import Join, join_of
from core.language.in_force import speaking
from core.search.documents import documents
from core.search.german import german_stem
from core.search.index import Index, index_of
from core.stemming import stem

_STEMS = {"de": german_stem}


@dataclass(frozen=True)
class Course:
    """The content of one language; visitors share it."""

    content: Content

    @cached_property
    def join(self) -> Join:
        """What belongs together, by `join_of`."""
        with speaking(self.content.language):
            return join_of(self.content)

    @cached_property
    def index(self) -> Index:
        """What the search looks through, by `index_of`."""
        with speaking(self.content.language):
            return index_of(documents(self.content, self.join), _STEMS.get(self.content.language, stem))
