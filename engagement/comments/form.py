"""What is asked of somebody who wants to say something under a page?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 2000


class CommentForm(forms.Form):
    """The form under the comments, in the language that is active."""

    use_required_attribute = False

    name = forms.CharField(
        label=_("Your name, as it will be shown"),
        max_length=80,
        error_messages={"required": _("Tell us a name; it need not be your own.")},
        widget=forms.TextInput({"autocomplete": "nickname", "dir": "auto"}),
    )
    email = forms.EmailField(
        label=_("E-mail address, never shown"),
        required=False,
        max_length=254,  # RFC 5321, 4.5.3.1.3; as the table has it
        error_messages={"invalid": _("Write an e-mail address like name@example.org.")},
        widget=forms.EmailInput({"autocomplete": "email", "dir": "ltr"}),
    )
    text = forms.CharField(
        label=_("Your comment"),
        max_length=LONGEST,
        error_messages={"required": _("Write what you would like to say.")},
        widget=forms.Textarea({"rows": 6, "dir": "auto"}),
    )
