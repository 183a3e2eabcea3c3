"""Rules for lessons and pitfalls: each lesson has its page, and the figures that they draw exist. Pure."""

from collections.abc import Collection, Iterator

from core.content.findings import Finding, dangling
from core.content.models import Content
from core.content.pages import Page
from core.content.problems import suggestion


def lessons_have_pages(content: Content) -> Iterator[Finding]:
    """A lesson's id is the slug of the page that shows it: search and links lead there."""
    pages = [page.value for page in Page]
    for lesson in content.lessons:
        if lesson.id not in pages:
            hint = suggestion(lesson.id, pages) or "; name it like its page, or add that to core/content/pages.py"
            yield "lessons", lesson.id, "id", f"{lesson.id!r} is not the slug of a page{hint}"


def figures_exist(content: Content, known: Collection[str]) -> Iterator[Finding]:
    """The figure that a block or a pitfall names is among those known, which are modules: the loader says which."""
    for lesson in content.lessons:
        for block in lesson.blocks:
            named = [block.figure] if block.figure else []
            yield from dangling("lessons", lesson.id, f"blocks.{block.id}.figure", named, known)
    for pitfall in content.pitfalls:
        named = [pitfall.figure] if pitfall.figure else []
        yield from dangling("pitfalls", pitfall.id, "figure", named, known)


LESSON_RULES = (lessons_have_pages,)
