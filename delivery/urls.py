"""Which addresses does the content API have? Mounted at ``/api/v1/``.

Each collection has its list and its documents; a publishable type gets them by naming its ``api_collection``.
"""

from django.urls import URLPattern, URLResolver, path

from delivery.collections import Collection, collections
from delivery.views.by_path import PageByPath
from delivery.views.detail import DocumentDetail, DocumentSection
from delivery.views.listing import DocumentList
from delivery.views.locales import Locales
from delivery.views.manifest import Manifest
from delivery.views.recalls import Acknowledgement, Recalls
from delivery.views.reference import Documentation, OpenApi
from delivery.views.search import Search, Suggestions
from delivery.views.sync import Sync
from delivery.views.translations import DocumentTranslations


def _addresses(collection: Collection) -> list[URLPattern]:
    name = collection.name
    given = {"collection": collection, "tag": name}
    one = f"{name}/<uuid:content_id>/"
    return [
        path(f"{name}/", DocumentList.as_view(**given, operation_id=f"{name}_list")),
        path(one, DocumentDetail.as_view(**given, operation_id=f"{name}_retrieve")),
        path(
            f"{one}sections/<slug:kind>/",
            DocumentSection.as_view(**given, operation_id=f"{name}_section_retrieve"),
        ),
        path(
            f"{one}translations/",
            DocumentTranslations.as_view(**given, operation_id=f"{name}_translations_list"),
        ),
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    *(address for collection in collections() for address in _addresses(collection)),
    path("pages/by-path/", PageByPath.as_view()),
    path("manifest/", Manifest.as_view()),
    path("locales/", Locales.as_view()),
    path("recalls/", Recalls.as_view()),
    path("recalls/<int:recall>/acknowledgement/", Acknowledgement.as_view()),
    path("sync/", Sync.as_view()),
    path("search/", Search.as_view()),
    path("search/suggestions/", Suggestions.as_view()),
    path("schema/", OpenApi.as_view(), name="api-schema"),
    path("docs/", Documentation.as_view(), name="api-docs"),
]
