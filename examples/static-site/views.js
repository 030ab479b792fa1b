// How do cards and documents of the API become a page?

import { LABELS } from "./labels.js";

// What says something about a part and is not itself content.
const ABOUT = new Set([
  "id", "type", "n", "position", "language", "direction", "state", "behind_since", "source_digest", "origin",
  "reviewed", "notice", "heading", "sources", "accessed", "seo_title", "search_description", "api_path", "path", "cta",
]);
const NAMES = ["name", "title", "heading", "label", "question"];

/** Make an element; attributes that are null are left out, text is never read as HTML. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** Return the attributes of a part that may be in a language of its own. */
function spoken(part) {
  return { lang: part.language ?? null, dir: part.direction ?? null };
}

/** Link a card to its page here: its address in the API names collection and id. */
function linked(card) {
  const [collection, id] = (card.api_path ?? "").split("/").slice(3);
  const there = new URLSearchParams({ collection, id, locale: card.language });
  // A card may be in another language than the page that shows it.
  return element(card.api_path ? "a" : "span", { href: card.api_path ? `?${there}` : null, ...spoken(card) }, card.title);
}

/** Show formatted text: the API's safe subset of HTML; the page's policy lets nothing in it run. */
function rich(part) {
  const made = element("div", spoken(part));
  made.innerHTML = part.html;
  return made;
}

function picture(image) {
  const largest = image.renditions.at(-1);
  if (!largest) return null;
  const sizes = image.renditions.map((one) => `${one.url} ${one.width}w`).join(", ");
  return element("img", {
    src: largest.url, srcset: sizes, sizes: "(min-width: 45rem) 42rem, 100vw", alt: image.alt,
    width: largest.width, height: largest.height, loading: "lazy",
  });
}

/** Show the members of a part: what is said in a word or two first, the rest in its order, headed where need be. */
function members(part, leaveOut = []) {
  const shown = Object.entries(part).filter(([key]) => !ABOUT.has(key) && !leaveOut.includes(key));
  const isFact = ([, value]) => value !== null && typeof value === "object" && "display" in value;
  return [...shown.filter(isFact), ...shown.filter((entry) => !isFact(entry))].flatMap(([key, value]) => {
    const said = content(value);
    const label = (LABELS[document.documentElement.lang] ?? LABELS.en)[key];
    return label && said.length > 0 ? [element("h3", {}, label), ...said] : said;
  });
}

/** Show whatever is in a section, in its order: texts, lists, pictures, names with what belongs to them. */
function content(value) {
  if (value === null || value === "" || typeof value === "boolean" || typeof value === "number") return [];
  if (typeof value === "string") return [element("p", {}, value)];
  if (Array.isArray(value)) {
    const plain = value.length > 0 && value.every((entry) => typeof entry === "string");
    return plain ? [element("ul", {}, ...value.map((entry) => element("li", {}, entry)))] : value.flatMap(content);
  }
  if ("html" in value) return [rich(value)];
  if ("renditions" in value) return [picture(value)].filter(Boolean);
  if ("display" in value) return [element("p", { class: "fact" }, value.display)];
  if ("value" in value) return [element("p", spoken(value), value.value)];
  const name = NAMES.find((key) => typeof value[key] === "string" && value[key]);
  const heading = name ? [element("h3", {}, value[name])] : [];
  if ("api_path" in value) return [element("p", spoken(value), linked(value))];
  return [element("article", spoken(value), ...heading, ...members(value, [name, "url"]))];
}

/** Show a section: where it stands first, then what it says. Nothing of it can be folded away. */
function section(kind, part) {
  return element("section", { id: kind, class: kind, ...spoken(part) },
    part.heading ? element("h2", {}, part.heading) : null,
    // The notice speaks the document's language, whatever the section speaks.
    part.notice ? element("p", {
      class: "notice", lang: document.documentElement.lang, dir: document.documentElement.dir,
    }, part.notice) : null,
    ...(kind === "sources" ? references(part.items) : members(part)));
}

function references(items) {
  return [element("ol", {}, ...items.map((item) => element("li", { value: item.n },
    item.authors ? `${item.authors}: ` : null, element("cite", spoken(item.title), item.title.value), `. ${item.publisher} ${item.year ?? ""} `,
    item.url ? element("a", { href: item.url, dir: "ltr" }, item.url) : null)))];
}

function draftBanner(draft, own, sections) {
  const refused = draft.refused_sections.map((kind) => sections[kind]?.heading ?? kind).join(", ");
  return element("div", { class: "draft", role: "status" },
    element("strong", {}, own.draft), refused ? element("p", {}, `${own.refused} ${refused}`) : null);
}

/** Return what a document, or a draft of one, looks like. */
export function documentView(found, own) {
  const { overview, ...sections } = found.sections;
  return [
    found.status === "draft" ? draftBanner(found.draft, own, found.sections) : null,
    element("h1", {}, found.title),
    overview?.notice ? element("p", { class: "notice" }, overview.notice) : null,
    element("p", { class: "summary", ...(overview ? spoken(overview) : {}) }, found.summary),
    found.hero?.renditions ? picture(found.hero) : null,
    ...Object.entries(sections).map(([kind, part]) => section(kind, part)),
    found.disclaimer ? element("p", { class: "disclaimer" }, found.disclaimer) : null,
    found.attribution ? element("p", { class: "attribution" }, `${own.source} `,
      element("a", { href: found.attribution.url }, found.attribution.name || found.attribution.url)) : null,
  ].filter(Boolean);
}

/** Return what readers are told of a content that was withdrawn. */
export function withdrawn(found) {
  const told = found.withdrawn;
  return [
    element("h1", {}, found.title), element("p", { class: "notice" }, told.notice),
    element("p", spoken(told), told.explanation),
    told.replacement?.url ? element("p", spoken(told.replacement),
      element("a", { href: told.replacement.url }, told.replacement.title)) : null,
  ].filter(Boolean);
}

/** Return a list of cards, each leading to `address(card)`. */
export function cards(found, address, own) {
  if (found.length === 0) return element("p", {}, own.none);
  return element("ul", { class: "cards" }, ...found.map((card) => {
    // A hit of search shows its excerpt, in which words are marked and risks come with uses.
    const excerpt = card.snippet?.html ? element("p", {}) : element("p", {}, card.summary);
    if (card.snippet?.html) excerpt.innerHTML = card.snippet.html;
    return element("li", spoken(card), element("h2", {}, element("a", { href: address(card) }, card.title)), excerpt);
  }));
}
