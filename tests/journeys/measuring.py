"""How is an open page measured? By axe, by the browser's own observers, and by what went over the wire."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# WCAG 2.2 AA with all that it stands on, and what axe recommends beyond (https://www.deque.com/axe/axe-core/).
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = Axe().axe_script
# What a reader may set, after WCAG 2.2, 1.4.12, and text twice as large, 1.4.4.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""
TWICE = "html { font-size: 200% !important }"
# Before the page's own scripts: each shift of what is on the screen, and when its largest part was painted.
OBSERVE = """
window.measured = {shift: 0, painted: 0};
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.measured.shift += entry.value;
}).observe({type: "layout-shift", buffered: true});
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.measured.painted = entry.startTime;
}).observe({type: "largest-contentful-paint", buffered: true});
"""
# Constructed style sheets are the one way past a strict Content-Security-Policy.
RESTYLE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css ? [sheet] : [];
}"""
# Words that a reader cannot get at: wider than a box that neither shows nor scrolls what sticks out.
CUT = """() => [...document.body.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  return one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && style.overflowX === "hidden"
    && one.textContent.trim();
}).map((one) => one.outerHTML.slice(0, 120))"""


@dataclass(slots=True)
class Wire:
    """What a window has loaded since it was last emptied.

    Attributes:
        requests: how many answers came.
        sizes: bytes as they came, headers too, by kind of resource (``Document``, ``Image`` …).
    """

    requests: int = 0
    sizes: dict[str, int] = field(default_factory=dict)

    def empty(self) -> None:
        """Begin anew, before the next page."""
        self.requests, self.sizes = 0, {}

    @property
    def without_images(self) -> int:
        """Bytes of everything but pictures."""
        return sum(size for kind, size in self.sizes.items() if kind != "Image")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a reader would notice of a page's loading.

    Attributes:
        shift: the sum of all layout shifts, without unit (https://web.dev/articles/cls).
        painted: milliseconds until the largest part was painted.
    """

    shift: float
    painted: float


def wire_of(page: Page) -> Wire:
    """Note from now on what a window loads."""
    wire, kinds = Wire(), dict[str, str]()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")

    def finished(event: dict[str, Any]) -> None:
        kind = kinds.get(event["requestId"], "Other")
        wire.requests += 1
        wire.sizes[kind] = wire.sizes.get(kind, 0) + int(event["encodedDataLength"])

    network.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    network.on("Network.loadingFinished", finished)
    return wire


def measured(page: Page) -> Measured:
    """Read what ``OBSERVE`` has noted of the open page."""
    found = page.evaluate("window.measured")
    return Measured(found["shift"], found["painted"])


def violations(page: Page, *rules: str) -> list[str]:
    """Return what axe finds on the open page, a sentence each with the first places.

    ``rules``: only these, instead of all.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    chosen = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(RULES)}
    options = {"runOnly": chosen, "resultTypes": ["violations"]}
    answer = page.evaluate("(options) => axe.run(options)", options)
    return [
        f"{violation['id']}: {violation['help']}: {[node['html'] for node in violation['nodes'][:3]]}"
        for violation in answer["violations"]
    ]


def faults_of_layout(page: Page) -> list[str]:
    """Return where the open page fails readers with a narrow window, wide spacing or large text.

    320 pixels is WCAG 2.2, 1.4.10 (a desk at 400 %).
    """
    found = []
    for name, width, css in (("320 px", 320, ""), ("spaced", 320, SPACED), ("200 %", 640, TWICE)):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(RESTYLE, css)
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wider > 0:
            found.append(f"{name}: scrolls sideways by {wider} px")
        found += [f"{name}: cut off: {html}" for html in page.evaluate(CUT)]
    page.evaluate(RESTYLE, "")
    return found
