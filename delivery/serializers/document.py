"""What do all documents have in common?"""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from delivery.serializers.section import ReviewerName, Section
from delivery.serializers.shape import (
    Shape,
    address,
    content_id,
    direction,
    markup,
    moment,
    one_of,
    tag,
    text,
    texts,
    whole,
)


class Dates(Shape):
    """When the content changed and was reviewed."""

    first_published = moment(null=True)
    updated = moment("When what a reader reads last changed.")
    last_reviewed = moment(
        "When the section that was reviewed longest ago was signed; `null` unless every section is reviewed.",
        null=True,
    )
    review_due = moment("When the first of these reviews ends.", null=True)


class Translation(Shape):
    """One language in which the content is public."""

    language = tag()
    direction = direction()
    name = text("The name of the language in the language itself.")
    title = text("The title in that language.")
    path = text(null=True)
    url = address(null=True)
    api_path = text(null=True)
    is_source = serializers.BooleanField(help_text="Whether the content was written in this language.")


class Crumb(Shape):
    """A page above this one."""

    title = text()
    path = text()


class Replacement(Shape):
    """What stands in for a content that was withdrawn, in the document's language or that of its original."""

    id = content_id()
    type = text()
    language = tag()
    direction = direction()
    title = text()
    path = text(null=True)
    url = address(null=True)
    api_path = text(null=True)


class Withdrawal(Shape):
    """Why a content is no longer given."""

    at = moment()
    notice = text("A general sentence in the document's language. Show it.")
    explanation = text("Show it, with its own language and direction.")
    language = tag("That of the explanation: the document's, or that of the original.")
    direction = direction()
    replaced_by = serializers.UUIDField(allow_null=True, help_text="The id of what stands in for it.")
    replacement = Replacement(allow_null=True, help_text="Null where it is not public.")


class Attribution(Shape):
    """Whom to name, and where to link to, wherever this content is shown."""

    name = text("The organisation that publishes it.")
    url = address("The page; of what has no page, the home page of the language.")
    html = markup(
        "The same as HTML: one `p` with `lang` and `dir`, in it an `a` with `href`, in it a `bdi` with the "
        "name."
    )
    max_cache_seconds = whole(
        "For how many seconds a copy may be shown at most since you last knew that it holds, by asking for "
        "the document or by synchronising. It ends at `valid_until` all the same."
    )
    # Last: it hides the function of this name.
    text = text(
        "Ready to be shown, in the language of the document: the organisation, and the address below."
    )


def end_of_copies() -> serializers.DateTimeField:
    """Return the member that says when every copy of a document ends."""
    return moment(
        "From this moment on no copy may be shown, however new: a review of which it tells has ended, or the "
        "content itself. Ask again then. `null`: no end is known.",
        null=True,
    )


class DocumentHead(Shape):
    """What every document starts with."""

    schema = text("The shape of this document and its version, such as `treatment/1`.")
    # A type of document with a shape of its own names itself here.
    type: serializers.Field[Any, Any, Any, Any] = text()
    id = content_id("The same in every language.")
    language = tag("The language of the document.")
    direction = direction()
    source_language = tag("The language that the content was written in.")
    status = one_of("live", "withdrawn")
    withdrawn = Withdrawal(allow_null=True)
    path = text(null=True)
    url = address(null=True)
    api_path = text(null=True)
    slug = text(null=True)
    title = text()
    summary = text()
    dates = Dates()
    valid_until = end_of_copies()
    reviewers = ReviewerName(
        many=True, help_text="Who signed the sections; empty unless every section is reviewed."
    )
    available_translations = Translation(many=True, help_text="This language included.")
    attribution = Attribution(allow_null=True, help_text="Null for what was withdrawn.")
    breadcrumbs = Crumb(many=True, help_text="From the home page down, without this page.")
    json_ld = serializers.DictField(
        allow_null=True, help_text="schema.org data that a page about this content should carry."
    )


class Document(DocumentHead):
    """A document of any type."""

    sections = serializers.DictField(child=Section(), help_text="By kind.")


class NewPlace(Shape):
    """Where a page is now."""

    id = content_id()
    type = text()
    language = tag()
    path = text()
    url = address()
    api_path = text()


class Moved(Shape):
    """What is told of a page that has moved (301)."""

    moved_to = NewPlace()


class DocumentPart(Shape):
    """A part of a document: what was asked for, and what must be shown with it.

    Members that were asked for by ``fields`` stand beside those named here.
    """

    schema = text("The shape of the whole document.")
    type = text()
    id = content_id()
    language = tag()
    direction = direction()
    source_language = tag()
    status = one_of("live")
    withdrawn = Withdrawal(allow_null=True)
    api_path = text("Where the whole document is.", null=True)
    title = text()
    valid_until = end_of_copies()
    attribution = Attribution(allow_null=True)
    disclaimer = serializers.CharField(
        required=False, allow_blank=True, help_text="Show it with the content."
    )
    sections = serializers.DictField(required=False, child=Section(), help_text="By kind.")
    brought_along = serializers.ListField(
        child=serializers.CharField(),
        help_text=(
            "Sections that nobody asked for and that must be shown all the same: what speaks of benefits "
            "never stands without the risks."
        ),
    )


class DraftFinding(Shape):
    """Something that stands against publishing a draft, or that its editor is warned of."""

    section = text("The kind of the section; `null`: the whole content.", null=True)
    rule = text("Which rule of the site: a stable code.")
    severity = one_of("refuse", "warn")


class DraftNote(Shape):
    """Which draft this is."""

    revision = serializers.UUIDField(help_text="Another one whenever the draft was saved again.")
    saved_at = moment()
    is_published = serializers.BooleanField(help_text="Whether readers have this very revision.")
    refused_sections = texts("Kinds of sections for which publication would be refused as things stand.")
    findings = DraftFinding(many=True)
    link_expires_at = moment("Until when the link holds, unless it is revoked before.")


class Draft(DocumentHead):
    """The latest draft (`preview`), as readers would get it if it were published now.

    Sections and further members are those of the type, as `schema` says.
    """

    status = one_of("draft")
    draft = DraftNote()
    sections = serializers.DictField(child=Section(), help_text="By kind.")


class Withdrawn(DocumentHead):
    """What is given in place of a document that was withdrawn with an explanation: no content."""

    schema = text("`withdrawn/1`.")
    status = one_of("withdrawn")
    withdrawn = Withdrawal()
    reviewers = ReviewerName(many=True, help_text="Empty.")
    available_translations = Translation(
        many=True,
        help_text=(
            "Languages in which the content has been published again; this one is not among them. Empty "
            "while the recall stands."
        ),
    )
    attribution = Attribution(allow_null=True, help_text="`null`: the notice may be kept and shown for ever.")
    sections = serializers.DictField(child=Section(), help_text="Empty.")
