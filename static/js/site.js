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
