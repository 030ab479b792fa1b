"""What answers under ``/api/`` where there is nothing? A problem document, not the site's page for that."""

from django.urls import URLPattern, re_path

from delivery.views.reference import NoSuchAddress

urlpatterns: list[URLPattern] = [re_path("", NoSuchAddress.as_view())]
