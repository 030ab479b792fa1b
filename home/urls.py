"""Which addresses of the site are for staff and not in the admin?"""

from django.urls import URLPattern, path

from home.style_guide import style_guide

urlpatterns: list[URLPattern] = [path("styleguide/", style_guide, name="style_guide")]
