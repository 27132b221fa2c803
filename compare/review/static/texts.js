// The articles side by side, their sentences marked by what they take part in.
import { byId, el, symbol } from "./dom.js";
import { finding, page } from "./state.js";
import { say } from "./words.js";

const sentences = new Map();

/** Put the articles on the page; a click on a sentence goes to its finding, `restore` puts a removed piece back. */
export function fillTexts(go, restore) {
  sentences.clear();
  const part = parts();
  const columns = page.data.sources.map((source, place) => column(source, place, part, go, restore));
  byId("texts").replaceChildren(...columns);
}

/** Sentence id to the first finding that holds it; linked ones come first in the list. */
function parts() {
  const found = new Map();
  for (const one of page.data.findings) {
    for (const passage of one.passages) if (!found.has(passage.sentence)) found.set(passage.sentence, one);
  }
  return found;
}

function column(source, place, part, go, restore) {
  const name = source.url
    ? el("a", { href: source.url, target: "_blank", rel: "noopener noreferrer nofollow" }, source.label)
    : source.label;
  const rows = page.data.texts[place].map((pieces) => el("p", {}, pieces.map((one) => piece(one, source, part, go, restore))));
  return el(
    "article",
    { class: "text", tabindex: "0", role: "region", "aria-label": source.label, dataset: { source: String(place) } },
    el("h2", {}, name),
    el("p", { class: "quiet" }, [source.title, source.publisher, source.published].filter(Boolean).join(" · ")),
    el("div", { lang: source.language || undefined, dir: "auto" }, rows),
  );
}

function piece(one, source, part, go, restore) {
  if (one.r) return furniture(one, source, restore);
  if (!one.s) return el("span", { class: "quiet" }, `${one.t} `);
  const of = part.get(one.s);
  const kind = of && of.linked ? ` linked ${of.verdict}` : "";
  const made = el(
    "span",
    { class: `sentence${kind}`, dataset: { sentence: one.s }, on: of ? { click: () => go(of.id) } : {} },
    el("sup", {}, String(one.n)),
    `\u00a0${one.t}`,
  );
  sentences.set(one.s, made);
  return [made, " "];
}

function furniture(one, source, restore) {
  const button = el(
    "button",
    { type: "button", class: "link", on: { click: () => restore(source.id, one.r) } },
    say("restore"),
    el("span", { class: "hidden" }, `: ${one.t.slice(0, 60)}`),
  );
  return el("span", { class: "removed" }, symbol("✂"), el("em", {}, say("removed", { rule: one.rule })), ` ${one.t} `, button);
}

/** Mark the passages of the current finding, and bring them into sight where a column scrolls by itself. */
export function markPassages() {
  for (const made of byId("texts").querySelectorAll(".here")) {
    made.classList.remove("here");
    made.removeAttribute("aria-current");
  }
  const seen = new Set();
  for (const passage of finding()?.passages ?? []) {
    const made = sentences.get(passage.sentence);
    made?.classList.add("here");
    made?.setAttribute("aria-current", "true");
    if (made && !seen.has(passage.source)) scrollColumn(made, 2);
    seen.add(passage.source);
  }
}

/** Bring a sentence into its column's upper third; twice, since paragraphs out of sight have guessed heights. */
function scrollColumn(made, times) {
  const column = made.closest(".text");
  if (column.scrollHeight <= column.clientHeight + 2) return;
  const away = made.getBoundingClientRect().top - column.getBoundingClientRect().top;
  column.scrollTop += away - column.clientHeight / 3;
  if (times > 1) requestAnimationFrame(() => scrollColumn(made, times - 1));
}

/** Show one sentence in its article. */
export function showSentence(id) {
  const made = sentences.get(id);
  if (!made) return;
  made.scrollIntoView({ block: "center", inline: "nearest" });
  made.closest(".text").focus({ preventScroll: true });
  made.classList.remove("flash");
  requestAnimationFrame(() => made.classList.add("flash"));
}
