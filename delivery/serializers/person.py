"""What does the document of a person hold?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.serializers.document import DocumentHead
from delivery.serializers.section import Section
from delivery.serializers.shape import Image, RichText, Shape, address, one_of, text, texts


class Registration(Shape):
    """Where the person is registered, so that readers can check it."""

    body = text("The register.")
    number = text()
    url = address(null=True)


class ProfileSection(Section):
    """Who the person is."""

    name = text()
    honorific = text("Comes before the name, such as `Dr`.")
    job_title = text()
    bio = RichText(allow_null=True)


class PersonSections(Shape):
    """The sections of a person, by kind."""

    profile = ProfileSection()


class Person(DocumentHead):
    """An author or medical reviewer in one language."""

    type = one_of("person")
    is_medical = serializers.BooleanField(help_text="Whether the person has a medical profession.")
    is_demo = serializers.BooleanField(help_text="Whether the person is made up for demonstration.")
    registrations = Registration(many=True)
    languages = texts("Tags of the languages that the person speaks.")
    photo = Image(allow_null=True)
    sections = PersonSections()
