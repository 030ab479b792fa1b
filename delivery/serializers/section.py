"""What does every section say about itself?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.shape import Shape, content_id, direction, moment, one_of, tag, text, texts


class ReviewerName(Shape):
    """The medical professional who answers for a review."""

    id = content_id("The person, the same in every language.")
    name = text("With the title in front of it.")
    job_title = text()
    language = tag("The language of name and job title; show them with it if it is not the document's.")
    direction = direction()
    is_demo = serializers.BooleanField(help_text="Invented for a demonstration. Tell your readers so.")


class Reviewed(Shape):
    """A medical review that holds for the very words and values of the section."""

    at = moment("When it was signed.")
    due = moment("When it ends. From then on, `reviewed` is `null`.")
    reviewer = ReviewerName()


class Section(Shape):
    """Which language a section is really in, and whether it still says what the original says."""

    language = tag(
        "The language of the texts in this section; show them with it if it is not the document's."
    )
    direction = direction()
    state = one_of(
        "current",
        "behind",
        "partial",
        "missing",
        help_text=(
            "`current`: a person has confirmed these texts against the original as it is now. `behind`: the "
            "original has changed since. `partial`, `missing`: not everything is translated."
        ),
    )
    behind_since = moment("Since when the original is ahead.", null=True)
    source_digest = text(
        "The digest of the original's texts that this section was translated from.", null=True
    )
    origin = one_of(
        *("authored", "human", "memory", "machine", "mixed", "unconfirmed"),
        help_text="Who wrote these words; `unconfirmed`: nobody has translated all of them.",
    )
    reviewed = Reviewed(
        allow_null=True,
        help_text="The medical review; `null`: there is none that holds for these words and values.",
    )
    notice = text("What to tell readers about the state, in the document's language. Show it.", null=True)
    heading = text(null=True)


class Overview(Section):
    """Names, summary and texts for search engines."""

    title = text()
    summary = text()
    also_known_as = texts()
    seo_title = text("Empty: use the title.")
    search_description = text("Empty: use the summary.")
