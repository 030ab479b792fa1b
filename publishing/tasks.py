"""What does publishing do outside the request?

Run by the worker; each task may run twice harmlessly.
"""

from __future__ import annotations

from itertools import chain
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django_tasks import task
from wagtail.images import get_image_model
from wagtail.models import Page

from publishing.images import rendition_specs
from publishing.together import waiting


@task()
def refresh_dependents(keys: list[str]) -> int:
    """Compile every document that was made from one of these keys again; return how many there were.

    What other calls wait to see compiled is compiled along, once. Content of which several languages are
    concerned is compiled once in all of them: after its source the others would be compiled anyway.
    """
    from publishing.models import Document
    from publishing.refresh import refresh

    with waiting(refresh_dependents) as calls:
        changed = {*keys, *chain.from_iterable(more for (more,) in calls)}
        rows = Document.objects.filter(dependencies__key__in=changed).distinct().order_by("pk")
        concerned: dict[UUID, list[str]] = {}
        for content_id, code in rows.values_list("content_id", "locale"):
            concerned.setdefault(content_id, []).append(code)
        for content_id, codes in concerned.items():
            refresh(content_id, codes[0] if len(codes) == 1 else None)
    return sum(map(len, concerned.values()))


@task()
def catch_up(content_id: str, since: int, keys: list[str]) -> bool:
    """Compile content again if something was published meanwhile that it had begun to show; say whether.

    Two publications that are under way do not see each other: the one reads the old card, and the other finds
    no dependency on the new one. Numbers are given at commit, so what came between ``since`` (the last number
    when the content was read) and the content's own has overtaken it.
    """
    from publishing.context import contents_of, types_of
    from publishing.models import Document
    from publishing.refresh import refresh

    with waiting(catch_up, content_id) as calls:
        earliest = min(since, *(earlier for _same, earlier, _keys in calls)) if calls else since
        began = {*keys, *chain.from_iterable(more for _same, _since, more in calls)}
        own = Document.objects.filter(content_id=content_id).aggregate(last=Max("sequence"))["last"] or 0
        between = Document.objects.filter(sequence__gt=earliest).exclude(content_id=content_id)
        if own > earliest:
            between = between.filter(sequence__lt=own)
        shown = Q(content_id__in=contents_of(began)) | Q(type__in=types_of(began))
        overtaken = between.filter(shown).exists()
        if overtaken:
            refresh(UUID(content_id))
    return overtaken


@task()
def refresh_due() -> int:
    """Compile again what is not true any longer (``valid_until``); return how many documents there were."""
    from publishing.models import Document, Status
    from publishing.refresh import refresh_document

    due = list(Document.objects.filter(status=Status.LIVE, valid_until__lte=timezone.now()))
    for document in due:
        refresh_document(document)
    return len(due)


@task()
def refresh_tree(page_id: int) -> int:
    """Compile all pages below a page again: its address or its visibility has changed, and so theirs."""
    from publishing.refresh import refresh_row

    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return 0
    below = list(page.get_descendants(inclusive=True).specific())
    for row in below:
        refresh_row(row)
    return len(below)


@task()
def refresh_everything() -> int:
    """Compile all content again, one transaction each; return how many content ids there are."""
    from publishing.models import Document
    from publishing.refresh import refresh

    found = list(Document.objects.values_list("content_id", flat=True).distinct().order_by("content_id"))
    for content_id in found:
        refresh(content_id)
    return len(found)


@task()
def make_renditions(image_id: int) -> int:
    """Make every size of a picture, then show them in the documents that use it; return how many sizes."""
    from publishing.context import object_key

    model = get_image_model()
    image = model.objects.filter(pk=image_id).first()
    if image is None:
        return 0
    made = image.get_renditions(*rendition_specs())
    refresh_dependents.call([object_key(model, image_id)])
    return len(made)


@task()
def restate_content(content_id: str) -> bool:
    """Work out again how a content stands, after a draft was saved; say whether that changed anything."""
    from publishing.board.standing import restate
    from publishing.refresh import hold

    with waiting(restate_content, content_id), transaction.atomic():
        hold(UUID(content_id))
        return bool(restate(UUID(content_id)))


@task()
def mail_translators() -> int:
    """Tell translators once a day what there is to do; return how many mails that took."""
    from publishing.board.daily_mail import send_due

    return send_due(timezone.now())


@task()
def purge_tombstones() -> int:
    """Forget what has long been gone; return how many tombstones there were."""
    from publishing.feed import purge

    return purge()
