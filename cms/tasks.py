"""Which regular work belongs to no app of ours? What Wagtail, Django and the task queue need kept tidy."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from cms import abandoned
from cms.models import Moment


@task()
def publish_scheduled() -> None:
    """Publish what is scheduled for now and take down what has expired."""
    call_command("publish_scheduled")


@task()
def requeue_abandoned() -> None:
    """Give the tasks of killed workers to another one."""
    abandoned.requeue(timezone.now())


@task()
def tidy() -> None:
    """Remove what is over: finished tasks, expired sessions, workers that ended a day ago."""
    call_command("prune_db_task_results", min_age_days=2, failed_min_age_days=30, verbosity=0)
    call_command("clearsessions")
    day_ago = timezone.now() - timedelta(days=1)
    Moment.objects.filter(name__startswith="worker ", at__lt=day_ago).delete()
