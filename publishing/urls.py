"""Which addresses do visitors read? Mounted last, as the catch-all."""

from django.contrib.auth.views import LoginView
from django.urls import URLPattern, URLResolver, path, re_path
from wagtail.views import authenticate_with_password

from publishing.atom import language_feed
from publishing.front_door import front_door
from publishing.search_page import search_page
from publishing.sitemap import robots, sitemap, sitemap_index, sitemap_of_lists
from publishing.views import serve

# Named as Wagtail expects it. Reversing it is left to ``publishing.pages``, which knows the language.
urlpatterns: list[URLPattern | URLResolver] = [
    path("", front_door, name="front_door"),
    # What a page's restriction asks for; names and arguments are Wagtail's (wagtail/urls.py).
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    path("_util/login/", LoginView.as_view(template_name="wagtailcore/login.html"), name="wagtailcore_login"),
    # An address of the site's own in each language, so no page can be read there.
    path("<str:prefix>/search/", search_page, name="search_page"),
    path("<str:prefix>/feed.xml", language_feed, name="language_feed"),
    path("<str:prefix>/sitemap-<int:number>.xml", sitemap, name="sitemap"),
    path("<str:prefix>/sitemap-lists.xml", sitemap_of_lists, name="sitemap_of_lists"),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("robots.txt", robots, name="robots"),
    re_path(r"^(?P<path>.+)$", serve, name="wagtail_serve"),
]
