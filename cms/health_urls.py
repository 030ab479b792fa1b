"""Which addresses do probes ask?"""

from django.urls import path

from cms import health

urlpatterns = [
    path("live/", health.live, name="health-live"),
    path("ready/", health.ready, name="health-ready"),
]
