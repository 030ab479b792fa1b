// What does this page show? Its address says it: ?locale=, ?collection= with ?id= (and ?preview=), or ?q=.
import { API } from "./config.js";
import { cards, documentView, element, withdrawn } from "./views.js";
import { words } from "./words.js";

const query = new URLSearchParams(location.search);
const main = document.getElementById("main");

/** Return the address of this page with other parameters. */
function here(parameters) {
  return `?${new URLSearchParams(parameters)}`;
}

/** Fetch from the API; throw the problem document (RFC 9457) where there is no answer. */
async function fetched(path, parameters = {}) {
  const answer = await fetch(`${API}/api/v1/${path}?${new URLSearchParams(parameters)}`, { credentials: "omit" });
  const body = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(body.title), { problem: body });
  return body;
}

/** Set the language and direction of the page, and its own words. */
function speak(tag, direction, title) {
  const own = words(tag);
  Object.assign(document.documentElement, { lang: tag, dir: direction });
  document.title = title;
  const home = document.getElementById("home");
  Object.assign(home, { textContent: own.treatments, href: here({ locale: tag }) });
  const form = document.getElementById("search");
  form.elements.q.value = query.get("q") ?? "";
  form.elements.q.setAttribute("aria-label", own.search);
  form.querySelector("button").textContent = own.search;
  form.onsubmit = (event) => {
    event.preventDefault();
    location.search = here({ locale: tag, q: form.elements.q.value });
  };
  return own;
}

/** Offer languages; each entry is [tag, name in the language itself, direction, address]. */
function offer(entries, current) {
  const links = entries.map(([tag, name, direction, address]) =>
    element("a", { lang: tag, dir: direction, href: address, "aria-current": tag === current ? "true" : null }, name));
  document.getElementById("languages").replaceChildren(...links);
}

async function showList(locale) {
  const [locales, list] = await Promise.all([
    fetched("locales/"),
    query.has("q")
      ? fetched("search/", { locale, q: query.get("q"), type: "treatment" })
      : fetched("treatments/", { locale, limit: 100 }),
  ]);
  const own = speak(list.language, list.direction, words(list.language).treatments);
  const wanted = query.has("q") ? { q: query.get("q") } : {};
  offer(locales.results.map((one) =>
    [one.language, one.name, one.direction, here({ locale: one.language, ...wanted })]), list.language);
  const address = (card) => here({ collection: "treatments", id: card.id, locale: card.language });
  main.replaceChildren(element("h1", {}, own.treatments), cards(list.results, address, own));
}

async function showDocument(collection, id, locale) {
  const preview = query.get("preview");
  const found = await fetched(`${collection}/${id}/`, preview ? { locale, preview } : { locale });
  const own = speak(found.language, found.direction, found.title);
  offer(found.available_translations.map((one) =>
    [one.language, one.name, one.direction, here({ collection, id, locale: one.language })]), found.language);
  main.replaceChildren(...(found.status === "withdrawn" ? withdrawn(found) : documentView(found, own)));
}

/** Show what went wrong in the API's own words, which are in the reader's language. */
function showProblem(error) {
  const problem = error.problem ?? { title: words(document.documentElement.lang).fault, detail: "" };
  const others = (problem.available_translations ?? []).map((one) =>
    element("li", {}, element("a", {
      lang: one.language, dir: one.direction,
      href: here({ collection: query.get("collection"), id: query.get("id"), locale: one.language }),
    }, one.title)));
  main.replaceChildren(
    element("h1", {}, problem.title), element("p", {}, problem.detail), element("ul", {}, ...others));
}

const locale = query.get("locale") ?? "en";
const shown = query.has("id")
  ? showDocument(query.get("collection") ?? "treatments", query.get("id"), locale)
  : showList(locale);
shown.catch((error) => {
  const rtl = ["ar"].includes(locale.toLowerCase());
  speak(locale, rtl ? "rtl" : "ltr", words(locale).treatments);
  showProblem(error);
});
