"""How does a message to a webhook look?  (Written by ``delivery.webhooks.messages``.)"""

from __future__ import annotations

from delivery.serializers.shape import Shape, address, content_id, moment, one_of, tag, text, whole
from delivery.webhooks.kinds import TEST, Kind


class ChangedDocument(Shape):
    """Which document has changed. No content: fetch it, or synchronise."""

    id = content_id("The same in every language.")
    type = text()
    language = tag()
    sequence = whole(
        "Rises with every change. Messages arrive in any order: one with a lower number than you have seen "
        "of this `id` and `language` is old news."
    )
    url = address("Where the document, or the reason why it is gone, is now.")


class DocumentChanged(Shape):
    """A document was published, changed or moved, withdrawn, recalled, or is gone for another reason."""

    type = one_of(*(kind.value for kind in Kind))
    timestamp = moment("When it happened.")
    data = ChangedDocument()  # type: ignore[assignment]  # the name of a property of serializers


class NoData(Shape):
    """Nothing."""


class EndpointTest(Shape):
    """Somebody has pressed the test button."""

    type = one_of(TEST)
    timestamp = moment()
    data = NoData()  # type: ignore[assignment]  # as above
