"""What does the worker do about enquiries?  Its tasks carry numbers, never what somebody wrote."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task


@task()
def tell(pk: int) -> None:
    """Write to the clinic that there is an enquiry, and to its sender that it has arrived."""
    from engagement.enquiries.mails import confirm, notify
    from engagement.enquiries.models import Enquiry

    enquiry = Enquiry.objects.filter(pk=pk).first()
    if enquiry is not None:
        confirm(enquiry)
        notify(enquiry)


@task()
def erase_what_is_over() -> int:
    """Remove enquiries that have been kept as long as was promised; return how many."""
    from engagement.enquiries.models import Enquiry

    return Enquiry.objects.filter(keep_until__lte=timezone.now()).delete()[0]
