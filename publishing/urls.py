"""Which addresses do visitors read? Mounted last, as the catch-all."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
