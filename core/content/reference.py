"""The reference tables that calculators stand on: model shapes, GPUs, prices. Pure."""

from core.content.base import Entry, Line, Slug, Source


class ModelShape(Entry):
    """The architecture of one published model: what its parameter and memory counts follow from."""

    id: Slug
    name: Line
    source: Source


class Reference(Entry):
    """All reference tables."""

    models: tuple[ModelShape, ...]
