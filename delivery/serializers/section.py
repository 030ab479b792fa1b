"""What does every section say about itself?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.shape import Shape, direction, moment, one_of, tag, text, texts


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
    origin = one_of("authored", "human", "memory", "machine", "mixed", help_text="Who wrote these words.")
    reviewed = serializers.DictField(allow_null=True, help_text="The medical review; `null`: there is none.")
    notice = text("What to tell readers about the state, in the document's language. Show it.", null=True)
    heading = text(null=True)


class Overview(Section):
    """Names, summary and texts for search engines."""

    title = text()
    summary = text()
    also_known_as = texts()
    seo_title = text("Empty: use the title.")
    search_description = text("Empty: use the summary.")
