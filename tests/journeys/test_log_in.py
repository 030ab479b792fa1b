"""Does an editor get in, and does anybody else stay out?"""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.e2e


def log_in(page: Page, live_server: LiveServer, password: str) -> None:
    page.goto(f"{live_server.url}/admin/")
    page.locator("input[name=username]").fill("editor")
    page.locator("input[name=password]").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_an_editor_logs_in_and_sees_the_admin(page: Page, live_server: LiveServer) -> None:
    get_user_model().objects.create_superuser("editor", "editor@clinic.example", "right password")
    log_in(page, live_server, "right password")
    expect(page).to_have_title("Dashboard - Wagtail")


def test_a_wrong_password_leads_nowhere(page: Page, live_server: LiveServer) -> None:
    get_user_model().objects.create_superuser("editor", "editor@clinic.example", "right password")
    log_in(page, live_server, "wrong password")
    expect(page.get_by_text("Your username and password didn't match")).to_be_visible()
