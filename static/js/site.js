/* What the site does better with a script; everything works without it. */
"use strict";

const menus = document.querySelectorAll(".languages details");
const questions = document.querySelectorAll("details.question");

document.addEventListener("click", (event) => {
  menus.forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  menus.forEach((menu) => {
    if (menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
});

/* Paper cannot be opened: print every answer, then restore what the reader had. */
let closed = [];
window.addEventListener("beforeprint", () => {
  closed = [...questions].filter((question) => !question.open);
  closed.forEach((question) => { question.open = true; });
});
window.addEventListener("afterprint", () => {
  closed.forEach((question) => { question.open = false; });
});

/* Marks in the contents the chapter that is being read. */
const entries = new Map(
  [...document.querySelectorAll(".contents a")].map((entry) => [entry.hash.slice(1), entry]),
);
if (entries.size && "IntersectionObserver" in window) {
  const reading = new IntersectionObserver((changes) => {
    changes.filter((change) => change.isIntersecting).forEach((change) => {
      entries.forEach((entry) => entry.removeAttribute("aria-current"));
      entries.get(change.target.id).setAttribute("aria-current", "location");
    });
  }, { rootMargin: "-20% 0px -70% 0px" });
  entries.forEach((_, id) => {
    const chapter = document.getElementById(id);
    if (chapter) reading.observe(chapter);
  });
}

/* The visitor's own choice of a language is remembered for `/`, in the only cookie of these pages. */
const chosen = /(?:^|; )language=/.test(document.cookie);
document.addEventListener("click", (event) => {
  const link = event.target.closest(".languages a, .languages-all a, .available-languages a, .offer a");
  if (!link) return;
  const guarded = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `language=${link.hreflang}; Path=/; Max-Age=31536000; SameSite=Lax${guarded}`;
});

/* Offers the page in the language that the browser prefers, if there is one; nobody is sent anywhere.
   Here and not on the server, so that a page is the same for everybody and caches may keep it. */
const DECLINED = "language-offer-declined";
const remembered = (key, value) => {
  try {
    return value === undefined ? localStorage.getItem(key) : localStorage.setItem(key, value);
  } catch {
    return null; // storage may be forbidden
  }
};
/* Tags are alike in language and script: zh-CN finds zh-Hans, zh-TW does not (as on the server). */
const written = (tag) => {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
};
const alike = (one, other) => one.language === other.language && one.script === other.script;

function better(links) {
  const wanted = (navigator.languages || []).map(written).filter(Boolean).filter(
    (locale, place, all) => !all.slice(0, place).some(
      (earlier) => earlier.language === locale.language && earlier.script !== locale.script,
    ),
  );
  const spoken = written(document.documentElement.lang);
  if (!spoken) return null;
  for (const locale of wanted) {
    if (alike(locale, spoken)) return null;
    const found = links.find((link) => alike(locale, written(link.hreflang)));
    if (found) return found;
  }
  return null;
}

function offer(link) {
  const bar = document.createElement("aside");
  const onward = document.createElement("a");
  const close = document.createElement("button");
  bar.className = "offer";
  bar.lang = link.lang;
  bar.dir = "auto";
  bar.setAttribute("aria-label", link.textContent);
  onward.href = link.href;
  onward.hreflang = link.hreflang;
  onward.textContent = link.dataset.offer;
  close.type = "button";
  close.textContent = link.dataset.close;
  close.addEventListener("click", () => {
    bar.remove();
    remembered(DECLINED, "yes");
  });
  bar.append(onward, close);
  document.querySelector(".skip").after(bar);
}

const best = chosen || remembered(DECLINED)
  ? null
  : better([...document.querySelectorAll(".languages a[data-offer]")]);
if (best) offer(best);

/* Names that start as typed, below the search field: the browser's own list, so keyboards and screen readers
   know it. The API gives them; where it is not open to everybody, there are none. */
const field = document.getElementById("search-text");
if (field) {
  const list = document.createElement("datalist");
  list.id = "search-names";
  field.after(list);
  field.setAttribute("list", list.id);
  let waiting, asked;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const text = field.value.trim();
      if (text.length < 2 || text === asked) return;
      asked = text;
      const query = new URLSearchParams({ q: text, locale: document.documentElement.lang, limit: "8" });
      try {
        const answer = await fetch(`/api/v1/search/suggestions/?${query}`, { credentials: "omit" });
        const found = answer.ok ? (await answer.json()).results : [];
        if (text !== asked) return;
        list.replaceChildren(...found.map((one) => {
          const option = document.createElement("option");
          option.value = one.name;
          return option;
        }));
      } catch {
        list.replaceChildren(); // without suggestions the search works as before
      }
    }, 150);
  });
}

/* What was said about a treatment comes apart from its page, when a reader gets there. */
const place = document.querySelector("[data-comments]");
if (place && "IntersectionObserver" in window) {
  new IntersectionObserver(async ([sight], observer) => {
    if (!sight.isIntersecting) return;
    observer.disconnect();
    const answer = await fetch(place.dataset.comments).catch(() => null);
    if (!answer) return; // the link is there
    if (answer.status === 404) { place.remove(); return; } // switched off
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.getElementById("comments");
    if (answer.ok && list) place.querySelector("h2").after(list);
  }, { rootMargin: "200px" }).observe(place);
}
