"""Which addresses of the site's own belong to treatments?"""

from django.urls import URLPattern, path

from treatments.category_feed import category_feed
from treatments.glossary_page import glossary_page
from treatments.lists import category_page, person_page

urlpatterns: list[URLPattern] = [
    path("<str:prefix>/feed/<slug:slug>.xml", category_feed, name="category_feed"),
    path("<str:prefix>/categories/<slug:slug>/", category_page, name="category_page"),
    path("<str:prefix>/people/<uuid:content_id>/", person_page, name="person_page"),
    path("<str:prefix>/glossary/", glossary_page, name="glossary_page"),
]
