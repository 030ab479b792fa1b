"""How does a type say that a language has only one of it? The organisation, the menus, the home page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError


class OnePerLanguage:
    """Mixin of a translatable type; a snippet adds a unique constraint on ``locale`` as last guard.

    ``second_one_message`` is the sentence an editor reads who tries to add a second one. (A constraint's own
    message never shows: the language is not a field of the form, and Django skips such constraints.)
    """

    second_one_message: ClassVar[Any]

    def clean(self) -> None:
        """Refuse a second one in the same language."""
        super().clean()  # type: ignore[misc]
        this: Any = self
        if type(this)._default_manager.filter(locale_id=this.locale_id).exclude(pk=this.pk).exists():
            raise ValidationError(self.second_one_message)
