"""Which building blocks describe people and the organisation?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from localization.languages import language, language_choices
from publishing.context import CompileContext


class RegistrationBlock(blocks.StructBlock):
    """One entry in a professional register; the same in every language."""

    body = blocks.CharBlock(default="", max_length=120, label=_("Register"), help_text=_("Who keeps it."))
    number = blocks.RegexBlock(
        regex=r"^[A-Za-z0-9./ -]+$",
        label=_("Number"),
        error_messages={
            "invalid": _("Write the number with Latin letters, digits, dots, slashes and hyphens only.")
        },
    )
    url = blocks.URLBlock(required=False, label=_("Address of the entry"))

    class Meta:
        icon = "check"
        label = _("Registration")
        group = _("Registrations")
        description = _("Where readers can check that this person may practise.")
        preview_value = {
            "body": "Medical Register (fictional)",
            "number": "D-0000",
            "url": "https://register.example/",
        }


class RegistrationsBlock(blocks.StreamBlock):
    """The professional registers a person is on."""

    registration = RegistrationBlock()

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, Any]]:
        """Return the entries as ``{"body", "number", "url"}``."""
        return [
            {"body": child.value["body"], "number": child.value["number"], "url": child.value["url"] or None}
            for child in value
        ]


class SpokenLanguagesBlock(blocks.StreamBlock):
    """The languages that a person speaks with patients."""

    language = blocks.ChoiceBlock(
        choices=language_choices,
        icon="globe",
        label=_("Language"),
        group=_("Languages"),
        description=_("A language in which patients can talk to this person."),
        preview_value="en",
    )

    def compile(self, value: Any, context: CompileContext) -> list[str]:
        """Return BCP 47 tags."""
        return [language(child.value).tag for child in value]


class SocialLinkBlock(blocks.StructBlock):
    """One profile of the organisation elsewhere."""

    label = blocks.CharBlock(default="", max_length=60, label=_("Text of the link"))
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Profile elsewhere")
        group = _("Links")
        description = _("A profile of the organisation on another site.")
        preview_value = {"label": "Our video channel", "url": "https://video.example/polyclinic"}


class SocialLinksBlock(blocks.StreamBlock):
    """The profiles of the organisation elsewhere."""

    link = SocialLinkBlock()

    def compile(self, value: Any, context: CompileContext) -> list[dict[str, str]]:
        """Return the links as ``{"label", "url"}``."""
        return [{"label": child.value["label"], "url": child.value["url"]} for child in value]
