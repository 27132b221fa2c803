// The list of findings and its filter. Items are made once; a decision changes one of them.
import { byId, el, symbol } from "./dom.js";
import { STATES, VERDICTS, finding, isOpen, noFilter, page, progress, shown, stateOf, verdictOf, words } from "./state.js";
import { say } from "./words.js";

export const SIGNS = { conflict: "≠", update: "↻", unclear: "?", agree: "=", "one-sided": "◐" };
export const MARKS = { confirmed: "✓", overruled: "⇄", dismissed: "✕", undecided: "…", noted: "✎", changed: "△", open: "○" };

const items = new Map();

/** Make the whole list and filter anew. */
export function fillQueue(go) {
  items.clear();
  for (const one of page.data.findings) items.set(one.id, item(one, go));
  byId("list").replaceChildren(...items.values());
  fillFilter();
  showFilter();
}

function item(one, go) {
  const button = el(
    "button",
    { type: "button", class: `item ${one.verdict}`, tabindex: "-1", on: { click: () => go(one.id) } },
    el("span", { class: "verdict" }, symbol(SIGNS[one.verdict]), verdictOf(one)),
    el("span", { class: "state" }),
    el("span", { class: "words" }, `${one.name} · ${one.title}`),
  );
  return el("li", { dataset: { id: one.id } }, button);
}

/** Bring items of the list up to date. */
export function refreshItems(ids) {
  for (const id of ids) {
    const button = items.get(id)?.firstElementChild;
    if (!button) continue;
    const state = stateOf(id);
    const odds = words(id).odds ? [", ", say("state.odds")] : [];
    button.querySelector(".state").replaceChildren(symbol(MARKS[state]), say(`state.${state}`), ...odds);
    button.classList.toggle("is-done", !isOpen(id));
  }
}

/** Mark the finding shown, and keep it in sight. */
export function markCurrent() {
  const focused = byId("list").contains(document.activeElement);
  for (const [id, entry] of items) {
    const button = entry.firstElementChild;
    const here = id === page.current;
    if (here) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.tabIndex = here ? 0 : -1;
    if (here && focused) button.focus({ preventScroll: true });
  }
  const entry = items.get(page.current);
  const list = byId("list");
  if (!entry || list.scrollHeight <= list.clientHeight) return;
  const top = entry.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top + entry.offsetHeight > list.scrollTop + list.clientHeight) {
    list.scrollTop = top - list.clientHeight / 3;
  }
}

/** Show what fits the filter, and how much that is. */
export function showFilter() {
  const fitting = new Set(shown().map((one) => one.id));
  for (const [id, entry] of items) entry.hidden = !fitting.has(id);
  const open = [...fitting].filter(isOpen).length;
  byId("shown").textContent = `${fitting.size} · ${say("open_left", { open })}`;
  byId("nothing").hidden = fitting.size > 0;
  byId("done").textContent = progress();
  byId("bar").max = Math.max(page.data.total, 1);
  byId("bar").value = page.data.done;
}

function fillFilter() {
  const kinds = [...new Set(page.data.findings.flatMap((one) => one.kinds))];
  const sources = page.data.sources.map((one, place) => [String(place), one.label]);
  byId("filter").replaceChildren(
    choice("verdict", VERDICTS.map((one) => [one, `${say(`verdict.${one}`)} (${count(one)})`])),
    choice("state", STATES.map((one) => [one, say(`state.${one}`)])),
    choice("kind", kinds.map((one) => [one, say(`kind.${one}`)])),
    choice("source", sources),
    el("label", {}, say("filter.words"), el("input", { type: "search", name: "words", value: page.filter.words })),
  );
}

const count = (verdict) => page.data.findings.filter((one) => one.verdict === verdict).length;

function choice(name, options) {
  const all = el("option", { value: "" }, say("filter.all"));
  const made = options.map(([value, words]) => el("option", { value, selected: page.filter[name] === value }, words));
  return el("label", {}, say(`filter.${name}`), el("select", { name }, all, made));
}

/** Follow the filter as it is changed; `changed` is called afterwards. */
export function listenFilter(changed) {
  const form = byId("filter");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    page.filter = { ...noFilter, ...Object.fromEntries(new FormData(form)) };
    showFilter();
    changed();
  });
  byId("clear").addEventListener("click", () => {
    page.filter = { ...noFilter };
    fillFilter();
    showFilter();
    changed();
    form.querySelector("select").focus();
  });
}

/** One step in what is shown; at its ends it stays. */
export function neighbour(step) {
  const list = shown();
  const place = list.findIndex((one) => one.id === page.current);
  if (place < 0) return list[0]?.id;
  return list[Math.min(Math.max(place + step, 0), list.length - 1)]?.id ?? finding()?.id;
}
