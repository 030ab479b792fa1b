/* Which text of the translation editor does the address name (#text=<content path>)? Goes to it.
   The editor draws itself after loading and gives its texts no ids, so the text is found by its source. */
(function () {
  "use strict";

  const editor = document.querySelector(".js-translation-editor");
  const entries = document.querySelectorAll(".js-checklist-entry");
  if (!editor) return;
  for (const entry of entries) editor.before(entry);
  if (!location.hash.startsWith("#text=")) return;

  const path = decodeURIComponent(location.hash.slice("#text=".length));
  const segments = JSON.parse(editor.dataset.props).segments;
  const wanted = segments.find((segment) => segment.contentPath === path);
  if (!wanted) return;

  function words(html) {
    return new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
  }

  function go() {
    const tab = document.getElementById("tab-label-" + wanted.location.tab);
    const panel = document.getElementById("tab-" + wanted.location.tab);
    if (!tab || !panel) return false;
    const alike = segments.filter(
      (segment) => segment.location.tab === wanted.location.tab && segment.source === wanted.source,
    );
    const places = [...panel.querySelectorAll("li > p")].filter(
      (source) => source.textContent.trim() === words(wanted.source),
    );
    const place = places[alike.indexOf(wanted)] || places[0];
    if (!place) return false;
    tab.click();
    place.parentElement.style.outline = "2px solid var(--w-color-critical-100)";
    place.parentElement.scrollIntoView({ block: "center" });
    const button = place.parentElement.querySelector("button");
    if (button) button.focus({ preventScroll: true });
    return true;
  }

  // After the editor has drawn itself and chosen its first tab.
  window.addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(go)));
})();
