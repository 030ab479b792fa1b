"""How does a problem document look?"""

from __future__ import annotations

from rest_framework import serializers

from delivery.problems import PROBLEMS
from delivery.serializers.shape import Shape, address, one_of, text, whole


class ProblemDocument(Shape):
    """What went wrong (RFC 9457). Most problems have further members: each answer names those of its code."""

    type = address("Where the problem is described, with all its members.")
    title = text("In the reader's language.")
    status = whole()
    detail = text("In the reader's language: what happened and what to do.")
    code = one_of(*(problem.code for problem in PROBLEMS))
    available_locales = serializers.ListField(
        child=serializers.CharField(), help_text="The languages in which there is an answer."
    )
