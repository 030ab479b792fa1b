"""How is the English content of the demo made: pages in the tree, texts, publication?"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site

from cms.demo_content.kinds import HOME, ROOT, SOURCE_LANGUAGE, Kind, documents, path_of, row_of
from cms.demo_content.library import Library, content_id
from cms.demo_content.reading import DemoContentError, read
from cms.demo_content.writer import Fields, Writer
from localization.gate import gate, refuses


def place_pages(library: Library) -> None:
    """Put every English page that is not there yet into the tree, as an empty draft.

    All of them first: the texts of the pages link to each other.
    """
    for document, kind in documents():
        row = row_of(kind.model, content_id(document), SOURCE_LANGUAGE)
        if row is None and kind.is_page:
            row = _place(document, kind, library)
        if row is not None:
            library.documents[document] = row.pk


def _place(document: str, kind: Kind, library: Library) -> Any:
    tree = read(path_of(document, SOURCE_LANGUAGE))
    if kind.parent == ROOT:
        parent = Page.get_first_root_node()
    else:
        parent = Page.objects.get(pk=library.document(str(kind.parent)))
    page = kind.model(
        title=tree["title"],
        slug=tree["facts"]["slug"],
        live=False,
        locale=Locale.objects.get(language_code=SOURCE_LANGUAGE),
        translation_key=content_id(document),
    )
    parent.add_child(instance=page)
    return page


def require_free_site() -> None:
    """Refuse a site that has a home page of its own.

    Raises:
        DemoContentError: saying so.
    """
    site = Site.objects.filter(is_default_site=True).first()
    home = site.root_page if site else None
    if home is None or home.translation_key == content_id(HOME):
        return
    if home.specific_class is not Page or home.get_children().exists():
        raise DemoContentError(
            "This site has a home page already, and the demo would mix with its content. "
            "Load the demo into an empty database."
        )


def open_site(library: Library) -> None:
    """Make the English home page the root of the site, in place of Wagtail's welcome page."""
    home = Page.objects.get(pk=library.document(HOME))
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    elif site.root_page_id != home.pk:
        welcome, site.root_page = site.root_page, home
        site.save()
        welcome.delete()


@transaction.atomic
def write(document: str, kind: Kind, library: Library, user: Any, *, again: bool) -> bool:
    """Fill and publish one English document, unless it has content already (``again``: even then).

    Returns:
        Whether something was written.

    Raises:
        DemoContentError: when a text does not fit its field, or the gate refuses.
    """
    row: Any = row_of(kind.model, content_id(document), SOURCE_LANGUAGE)
    if row is not None and row.latest_revision_id is not None and not again:
        return False
    if row is None:
        locale = Locale.objects.get(language_code=SOURCE_LANGUAGE)
        row = kind.model(locale=locale, translation_key=content_id(document), live=False)
    assign(row, kind.fields(read(path_of(document, SOURCE_LANGUAGE)), Writer(document, library)))
    row.save()
    library.documents[document] = row.pk
    row.save_revision(user=user).publish(user=user)
    require_live(type(row).objects.get(pk=row.pk))
    return True


def assign(instance: Any, fields: Fields) -> None:
    """Set the fields of ``instance`` and check them as the editor's form would.

    Raises:
        DemoContentError: naming the field and what is wrong with it.
    """
    for name, value in fields.items():
        setattr(instance, name, value)
        field = instance._meta.get_field(name.removesuffix("_id"))
        try:
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(instance, name))
            elif isinstance(value, str) and name != "slug":
                field.run_validators(value)
        except ValidationError as reason:
            raise DemoContentError(f"The field “{name}” does not fit: {_sentences(reason)}") from reason


def _sentences(reason: ValidationError) -> str:
    """Return the messages of an error, also of errors that lie deep in blocks."""
    nested = getattr(reason, "block_errors", None)
    if not nested:
        return "; ".join(getattr(reason, "messages", [str(reason)]))
    places = nested.items() if isinstance(nested, dict) else enumerate(nested)
    return "; ".join(f"{place}: {_sentences(error)}" for place, error in places if error)


def require_live(row: Any) -> None:
    """Raise unless the latest revision of ``row`` is public.

    Raises:
        DemoContentError: with what the gate found.
    """
    if row.live_revision_id is not None and row.live_revision_id == row.latest_revision_id:
        return
    findings = gate(row.latest_revision)
    messages = [finding.message for finding in findings] if refuses(findings) else ["See the server's log."]
    raise DemoContentError("It was not published. " + " ".join(messages))
