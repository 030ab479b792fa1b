"""What does the document of a glossary term hold?"""

from __future__ import annotations

from delivery.serializers.document import DocumentHead
from delivery.serializers.section import Section
from delivery.serializers.shape import Shape, one_of, text, texts


class TermOverview(Section):
    """The term and what it means."""

    term = text()
    definition = text()
    abbreviation = text()
    also_known_as = texts()


class TermSections(Shape):
    """The sections of a glossary term, by kind."""

    overview = TermOverview()


class GlossaryTerm(DocumentHead):
    """A glossary term in one language."""

    type = one_of("glossary-term")
    sections = TermSections()
