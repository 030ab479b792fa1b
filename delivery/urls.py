"""Which addresses does the content API have? Mounted at ``/api/v1/``.

Each collection has its list and its documents; a publishable type gets them by naming its ``api_collection``.
"""

from django.urls import URLPattern, URLResolver, path

from delivery.collections import Collection, collections
from delivery.views.detail import DocumentDetail
from delivery.views.listing import DocumentList
from delivery.views.locales import Locales
from delivery.views.reference import Documentation, OpenApi
from delivery.views.search import Search, Suggestions


def _addresses(collection: Collection) -> list[URLPattern]:
    name = collection.name
    given = {"collection": collection, "tag": name}
    return [
        path(f"{name}/", DocumentList.as_view(**given, operation_id=f"{name}_list")),
        path(f"{name}/<uuid:content_id>/", DocumentDetail.as_view(**given, operation_id=f"{name}_retrieve")),
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    *(address for collection in collections() for address in _addresses(collection)),
    path("locales/", Locales.as_view()),
    path("search/", Search.as_view()),
    path("search/suggestions/", Suggestions.as_view()),
    path("schema/", OpenApi.as_view(), name="api-schema"),
    path("docs/", Documentation.as_view(), name="api-docs"),
]
