"""What do the probes of an orchestrator get?"""

from django.test import Client


def test_a_living_process_says_so_without_a_database(client: Client) -> None:
    response = client.get("/health/live/")
    assert (response.status_code, response.json()) == (200, {"status": "alive"})
