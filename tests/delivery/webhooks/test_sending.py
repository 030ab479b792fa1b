"""Where may a message be sent, and how long may an answer take and be?"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from delivery.webhooks import addresses, sending
from delivery.webhooks.addresses import AddressRefused, is_public, resolve, split
from delivery.webhooks.sending import send
from tests.delivery.webhooks.receiver import Receiver, receiving

# Of hooks.partner.example, by itself, with its key.
CERTIFICATE = Path(__file__).with_name("only-for-tests.pem")

PRIVATE = (
    *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.3.4", "192.168.1.1", "100.64.0.1"),
    *("169.254.169.254", "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1"),
    *("224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1"),
    *("fd00:ec2::254", "ff02::1", "ff0e::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1"),
    *("64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::1", "2001:0:7f00:1::1"),
    *("2001:db8::1", "fec0::1", "100::1", "::127.0.0.1"),
)
PUBLIC = ("93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808")


@pytest.mark.parametrize("text", PRIVATE)
def test_no_message_goes_to(text: str) -> None:
    assert not is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_a_message_may_go_to(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))


@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://a.example/",
            "ftp://a.example/",
            "https://me:secret@a.example/",
            "https:///x",
            "//a.example",
        ),
        *("https://a.example/#part", "https://a.example:99999/", "https://[::1", "javascript:alert(1)"),
    ],
)
def test_an_address_is_refused_by_its_looks(url: str) -> None:
    with pytest.raises(AddressRefused):
        split(url)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "2130706433", "0x7f.1", "[::ffff:7f00:1]"])
def test_every_way_to_write_this_machine_is_refused_before_anything_is_sent(
    receiver: Receiver, settings: Settings, host: str
) -> None:
    settings.WEBHOOKS_ALLOW_PRIVATE = False
    port = receiver.url.split(":")[2].split("/")[0]
    outcome = send(f"https://{host}:{port}/", b"{}", {})
    assert (outcome.status, outcome.well) == (None, False)
    assert "not an address of the public internet" in outcome.fault
    assert receiver.requests == []


def test_a_name_with_one_private_address_among_public_ones_is_refused(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.WEBHOOKS_ALLOW_PRIVATE = False

    def answers(*texts: str) -> None:
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (text, 443)) for text in texts]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)

    answers("8.8.8.8", "8.8.4.4", "8.8.8.8")
    assert resolve("a.example", 443) == ["8.8.8.8", "8.8.4.4"]
    for other in ("127.0.0.1", "fe80::1%eth0"):
        answers("8.8.8.8", other)
        with pytest.raises(AddressRefused):
            resolve("a.example", 443)


def test_name_servers_that_say_nothing_are_not_waited_for(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()
    monkeypatch.setattr(addresses, "LOOK_UP", 0.1)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: [over.wait(30)][:0])
    outcome = send("https://hooks.partner.example/", b"{}", {})
    over.set()
    assert (outcome.status, outcome.well) == (None, False)
    assert "hooks.partner.example" in outcome.fault
    assert 100 <= outcome.milliseconds < 5000


def test_the_time_for_a_name_is_taken_from_that_of_the_whole_attempt(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []
    start = time.monotonic()
    monkeypatch.setattr(sending, "resolve", lambda host, port: ["127.0.0.1"])

    def nobody_there(address: Any, left: float) -> socket.socket:
        asked.append(left)
        raise ConnectionRefusedError("Nobody is there.")

    monkeypatch.setattr(socket, "create_connection", nobody_there)
    clock = iter([start, start + 4.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock, start + 4.0))
    assert send(receiver.url, b"{}", {}).fault == "Nobody is there."
    assert asked == [sending.DEADLINE - 4.0]


def test_the_checked_address_is_the_one_that_is_connected_to(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = receiver.url.split(":")[2].split("/")[0]
    asked: list[Any] = []

    # A name server that gives another answer the second time is asked once only.
    def answer_once(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    monkeypatch.setattr(sending, "resolve", answer_once)
    outcome = send(f"http://hooks.partner.example:{port}/a?b=c", b"{}", {"webhook-id": "msg_1"})
    assert outcome.well
    assert asked == ["hooks.partner.example"]
    headers, body, _status = receiver.requests[0]
    assert (headers["host"], body) == (f"hooks.partner.example:{port}", b"{}")


def test_tls_asks_for_the_host_by_name_and_believes_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(CERTIFICATE)
    server.sni_callback = lambda tls, name, context: asked.append(name)
    monkeypatch.setattr(sending, "_tls", lambda: ssl.create_default_context(cafile=CERTIFICATE))
    monkeypatch.setattr(sending, "resolve", lambda host, port: ["127.0.0.1"])
    with receiving(server) as receiver:
        port = receiver.url.split(":")[2].split("/")[0]
        outcomes = [send(f"https://{name}.example:{port}/", b"{}", {}) for name in ("hooks.partner", "other")]
    assert [outcome.status for outcome in outcomes] == [200, None]
    assert "certificate" in outcomes[1].fault
    assert asked == ["hooks.partner.example", "other.example"]
    assert len(receiver.requests) == 1


def test_redirects_are_not_followed_and_nothing_is_read_without_end(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    receiver.answer = lambda number: 307
    receiver.headers = {"Location": receiver.url}
    receiver.said = b"x" * 100_000
    outcome = send(receiver.url, b"{}", {})
    assert (outcome.status, outcome.well, outcome.answer) == (307, False, "x" * 500)
    assert len(receiver.requests) == 1
    # Somebody who accepts and then says nothing, or something for ever.
    monkeypatch.setattr(sending, "DEADLINE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        nowhere = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        outcome = send(nowhere, b"{}", {})
        assert (outcome.status, bool(outcome.fault)) == (None, True)
        assert outcome.milliseconds < 2000
    # Nobody listens there any more.
    assert send(nowhere, b"{}", {}).fault
