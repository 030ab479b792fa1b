"""Which addresses belong to what visitors send us?"""

from django.urls import URLPattern, path

from engagement.comments.views import comments
from engagement.enquiries.views import enquiry, thanks
from engagement.guard.views import new_challenge

urlpatterns: list[URLPattern] = [
    path("engagement/challenge/", new_challenge, name="challenge"),
    path("<str:prefix>/comments/<uuid:content_id>/", comments, name="comments"),
    path("<str:prefix>/enquiry/", enquiry, name="enquiry"),
    path("<str:prefix>/enquiry/thanks/", thanks, name="enquiry_thanks"),
]
