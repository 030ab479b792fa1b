"""What is asked of somebody who wants to ask us something?"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from localization.languages import Language, all_languages

LONGEST_MESSAGE = 4000
# Digits with what people write between them (ITU-T E.123); whether it can be called only a call tells.
_PHONE = re.compile(r"\+?[\d\s()/.\-\u00a0]{5,40}")


class EnquiryForm(forms.Form):
    """The form under ``/<language>/enquiry/``, in the language that is active."""

    use_required_attribute = False

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        error_messages={"required": _("Tell us your name.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        max_length=254,  # RFC 5321, 4.5.3.1.3; as the table has it
        error_messages={"invalid": _("Write an e-mail address like name@example.org.")},
        widget=forms.EmailInput({"autocomplete": "email", "dir": "ltr"}),
    )
    phone = forms.CharField(
        label=_("Phone number"),
        required=False,
        max_length=40,
        widget=forms.TextInput({"autocomplete": "tel", "type": "tel", "dir": "ltr"}),
    )
    preferred_language = forms.ChoiceField(label=_("Answer me in"))
    message = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST_MESSAGE,
        error_messages={"required": _("Write what you would like to know.")},
        widget=forms.Textarea({"rows": 7, "dir": "auto"}),
    )
    consent = forms.BooleanField(error_messages={"required": _("We need your consent to answer you.")})

    def __init__(self, *args: Any, spoken: Language, consent: str, **kwargs: Any) -> None:
        """Take the language of the page and the words to agree to."""
        super().__init__(*args, **kwargs)
        languages = forms.ChoiceField(
            label=self.fields["preferred_language"].label,
            choices=[(each.code, each.name) for each in all_languages()],
            initial=spoken.code,
        )
        self.fields["preferred_language"] = languages
        self.fields["consent"].label = consent

    def clean_phone(self) -> str:
        """Refuse what nobody could dial."""
        phone = str(self.cleaned_data["phone"])
        if phone and not _PHONE.fullmatch(phone):
            raise ValidationError(
                _("Write the phone number in digits, with the country code: +49 30 1234567.")
            )
        return phone

    def clean(self) -> dict[str, Any]:
        """Ask for a way to answer."""
        data = super().clean() or self.cleaned_data
        if not data.get("email") and not data.get("phone") and not {"email", "phone"} & self.errors.keys():
            self.add_error("email", _("Give us an e-mail address or a phone number, so that we can answer."))
        return data
