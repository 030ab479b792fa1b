"""What do the documents of pages hold that are about no treatment and no condition?"""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema_field
from rest_framework import serializers

from delivery.serializers.card import Card, CategoryCard, TreatmentCard
from delivery.serializers.document import DocumentHead
from delivery.serializers.section import Section
from delivery.serializers.shape import Code, Image, RichText, Shape, Spoken, content_id, one_of, text


class PageOverview(Section):
    """Title, summary and texts for search engines."""

    title = text()
    summary = text()
    seo_title = text("Empty: use the title.")
    search_description = text("Empty: use the summary.")


class Heading(Spoken):
    """A heading among the text."""

    id = content_id()
    type = one_of("heading")
    text = text()


class Paragraph(RichText):
    """A paragraph, or several."""

    id = content_id()
    type = one_of("paragraph")


class Callout(Spoken):
    """Something that is set off from the text."""

    id = content_id()
    type = one_of("callout")
    tone = Code()
    heading = text()
    text = RichText()


class Figure(Spoken, Image):
    """A picture among the text."""

    type = one_of("figure")
    caption = text()


PAGE_BLOCK = PolymorphicProxySerializer(
    component_name="PageBlock",
    serializers={"heading": Heading, "paragraph": Paragraph, "callout": Callout, "figure": Figure},
    resource_type_field_name="type",
    many=True,
)


class BodySection(Section):
    """The text of a plain page, block by block."""

    items = serializers.SerializerMethodField()

    @extend_schema_field(PAGE_BLOCK)
    def get_items(self, section: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the blocks (for the description only: documents are stored as they are sent)."""
        found: list[dict[str, Any]] = section["items"]
        return found


class PlainPageSections(Shape):
    """The sections of a plain page, by kind."""

    overview = PageOverview()
    body = BodySection()


class PlainPage(DocumentHead):
    """A plain page in one language, such as the privacy notice."""

    type = one_of("page")
    sections = PlainPageSections()


class HomeOverview(Section):
    """Title and texts for search engines."""

    title = text()
    seo_title = text("Empty: use the title.")
    search_description = text()


class HeroSection(Section):
    """What stands at the top."""

    text = text()
    figure = Image(allow_null=True)


class FeaturedSection(Section):
    """What the editors put forward."""

    treatments = TreatmentCard(many=True)
    conditions = Card(many=True)


class PromiseItem(Spoken):
    """One promise to readers."""

    id = content_id()
    title = text()
    text = RichText()


class PromiseSection(Section):
    """What is promised to readers."""

    items = PromiseItem(many=True)


class HomeSections(Shape):
    """The sections of a home page, by kind."""

    overview = HomeOverview()
    hero = HeroSection()
    featured = FeaturedSection()
    promise = PromiseSection()


class Home(DocumentHead):
    """The home page of one language."""

    type = one_of("home")
    categories = CategoryCard(many=True, help_text="Those that have treatments in this language.")
    sections = HomeSections()


class IndexOverview(PageOverview):
    """What stands above the list."""

    intro = RichText(allow_null=True)


class IndexSections(Shape):
    """The sections of a page that lists a collection."""

    overview = IndexOverview()


class Index(DocumentHead):
    """A page that lists all treatments or all conditions; ask the collection itself for the entries."""

    type = one_of("treatment-index", "condition-index")
    sections = IndexSections()
