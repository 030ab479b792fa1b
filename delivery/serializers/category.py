"""What does the document of a category hold?"""

from __future__ import annotations

from delivery.serializers.document import DocumentHead
from delivery.serializers.section import Section
from delivery.serializers.shape import RichText, Shape, one_of, text


class CategoryOverview(Section):
    """What the treatments of the category have in common."""

    title = text()
    intro = RichText(allow_null=True)


class CategorySections(Shape):
    """The sections of a category, by kind."""

    overview = CategoryOverview()


class Category(DocumentHead):
    """A category of treatments in one language."""

    type = one_of("category")
    sections = CategorySections()
