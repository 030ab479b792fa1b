"""Which addresses of the site's own belong to treatments?"""

from django.urls import URLPattern, path

from treatments.category_feed import category_feed

urlpatterns: list[URLPattern] = [
    path("<str:prefix>/feed/<slug:slug>.xml", category_feed, name="category_feed"),
]
