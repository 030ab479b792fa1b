"""Which addresses does the whole site have? The content API and health first, the visitors' pages last."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

# No i18n_patterns: an API 404 is a 404 and never a redirect into a language (measured: traps 11).
urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("delivery.urls")),
    re_path(r"^api(?:/|$)", include("delivery.unknown_urls")),
    path("health/", include("cms.health_urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.SERVE_MEDIA:
    urlpatterns.append(re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}))

urlpatterns.append(path("", include("home.urls")))
urlpatterns.append(path("", include("engagement.urls")))
urlpatterns.append(path("", include("treatments.urls")))
# The catch-all.
urlpatterns.append(path("", include("publishing.urls")))

handler404 = "cms.faults.not_found"
handler500 = "cms.faults.server_error"
