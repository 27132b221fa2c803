// The finding shown: its passages, why, what was decided, and the buttons to decide.
import { byId, el, keyName, symbol } from "./dom.js";
import { MARKS, SIGNS } from "./queue.js";
import { VERDICTS, finding, label, page, shown, stateOf, verdictOf, words } from "./state.js";
import { liked, say } from "./words.js";

/** Show the current finding. `on` holds what its buttons do: `run(action)`, `context(sentence)`, `adopt(word)`, `note(text)`. */
export function showFinding(on) {
  const one = finding();
  const place = byId("finding");
  if (!one) {
    place.replaceChildren(el("p", { id: "finding-title" }, say("nothing")));
    return;
  }
  place.className = one.verdict;
  place.replaceChildren(
    head(one),
    el("h2", { id: "finding-title" }, one.title),
    el("div", { class: "passages" }, one.passages.map((passage) => figure(passage, on))),
    why(one),
    el("div", { id: "words", class: "decided" }),
    buttons(one, on),
    noteField(on),
    links(one, on),
  );
  place.scrollTop = 0;
  refreshWords(on);
}

function head(one) {
  const list = shown();
  const number = list.findIndex((each) => each.id === one.id) + 1;
  return el(
    "p",
    { class: "head" },
    el("span", { class: `verdict ${one.verdict}` }, symbol(SIGNS[one.verdict]), verdictOf(one)),
    el("span", { class: "quiet" }, `${one.name} · ${number ? say("position", { n: number, total: list.length }) : "–"}`),
    el("span", { id: "standing", class: "standing" }),
    one.hand ? el("span", { class: "quiet" }, symbol("✋"), say("hand", { editor: one.hand })) : "",
  );
}

function figure(passage, on) {
  const source = page.data.sources[passage.source];
  const show = el(
    "button",
    { type: "button", class: "link", on: { click: () => on.context(passage.sentence) } },
    say("show"),
    el("span", { class: "hidden" }, `: ${source.label}, ${say("sentence", { n: passage.number })}`),
  );
  const pieces = passage.pieces.map(([text, clash]) => (clash ? el("mark", {}, text) : text));
  return el(
    "figure",
    { dataset: { sentence: passage.sentence } },
    el("figcaption", {}, el("strong", {}, source.label), `, ${say("sentence", { n: passage.number })} `, show),
    el("blockquote", { lang: source.language || undefined, dir: "auto" }, pieces),
  );
}

function why(one) {
  const alone = one.verdict === "one-sided" && one.sources.length === 1 ? say("alone", { source: label(one.sources[0]) }) : "";
  return el(
    "div",
    { class: "why" },
    one.reasons.length ? el("p", { class: "reason" }, one.reasons.join(" ")) : "",
    el("p", { class: "quiet" }, [alone, ...one.origins, one.confidence].filter(Boolean).join(" ")),
  );
}

/** Bring what was decided up to date, leaving a note being typed alone. */
export function refreshWords(on) {
  const own = words();
  const state = stateOf(page.current);
  if (!byId("words")) return;
  byId("standing").replaceChildren(symbol(MARKS[state]), `${say(`state.${state}`)}${own.mine ? ruling(own.mine) : ""}`);
  const others = own.others.filter((one) => one.state);
  byId("words").replaceChildren(
    own.mine?.changes.length ? moved(own.mine) : "",
    own.mine?.edited && !own.mine.changes.length ? el("p", { class: "quiet" }, say("edited")) : "",
    own.odds ? el("p", { class: "warning" }, symbol("△"), say("odds")) : "",
    others.length ? el("ul", { "aria-label": say("others") }, others.map((one) => other(one, on))) : "",
  );
  for (const button of byId("finding").querySelectorAll("button[data-state]")) {
    const chosen = own.mine && !own.mine.changes.length && button.dataset.state === (own.mine.verdict || own.mine.state);
    button.setAttribute("aria-pressed", chosen ? "true" : "false");
  }
  const note = byId("note");
  if (!page.drafts.has(page.current) && document.activeElement !== note) note.value = own.mine?.note ?? "";
}

const ruling = (word) => (word.state === "overruled" ? `: ${say(`verdict.${word.verdict}`)}` : "");

function moved(mine) {
  const then = say(`verdict.${mine.then}`);
  const now = verdictOf(finding());
  const what = mine.changes.map((one) => say(`changed_${one}`, { then, now })).join("; ");
  return el("p", { class: "warning" }, symbol("△"), `${say("changed")} (${say(`state.${mine.was}`)}, ${mine.when}): ${what}.`);
}

function other(word, on) {
  const outcome = `${say(`state.${word.state}`)}${ruling(word)}`;
  const note = word.note ? ` “${word.note}”` : "";
  const adopt = word.state === "noted" ? "" : el("button", { type: "button", class: "link", on: { click: () => on.adopt(word) } }, say("adopt"));
  return el("li", {}, el("strong", {}, word.editor), `: ${outcome} (${word.when})${note} `, adopt);
}

function buttons(one, on) {
  const overrule = VERDICTS.filter((verdict) => verdict !== one.verdict);
  return el(
    "div",
    { class: "decide", role: "group", "aria-label": say("review") },
    button("confirm", "confirmed", [say("action.confirm"), el("span", { class: "of" }, `: ${verdictOf(one)}`)], on),
    el(
      "span",
      { class: "overrule", role: "group", "aria-label": say("short.label") },
      overrule.map((verdict) => button(verdict, verdict, say(`short.${verdict}`), on, say(`action.${verdict}`))),
    ),
    button("dismiss", "dismissed", say("action.dismiss"), on),
    button("undecided", "undecided", say("short.undecided"), on, say("action.undecided")),
  );
}

function links(one, on) {
  const names = page.data.sources.length < 2 ? [] : ["join", ...(one.linked ? ["split"] : [])];
  return el("p", { class: "links" }, names.map((name) => button(name, "", say(`action.${name}`), on)));
}

function button(action, state, words, on, title) {
  const key = liked.keysOn ? liked.keys[action] : "";
  const properties = { type: "button", dataset: { action }, title, on: { click: () => on.run(action) } };
  if (state) properties.dataset.state = state;
  if (key) properties["aria-keyshortcuts"] = key;
  return el("button", properties, words, key ? el("kbd", { "aria-hidden": "true" }, keyName(key)) : "");
}

function noteField(on) {
  const field = el("textarea", { id: "note", rows: "1", maxlength: "10000", dir: "auto", "aria-describedby": "note-hint" });
  const id = page.current;
  field.value = page.drafts.get(id) ?? words().mine?.note ?? "";
  field.addEventListener("input", () => page.drafts.set(id, field.value));
  field.addEventListener("change", () => on.note(id, field.value));
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.preventDefault();
    else if (event.key !== "Escape") return;
    field.blur();
    byId("finding").focus({ preventScroll: true });
  });
  const key = liked.keysOn ? el("kbd", { "aria-hidden": "true" }, keyName(liked.keys.note)) : "";
  return el(
    "div",
    { class: "note" },
    el("label", { for: "note" }, say("action.note"), key),
    field,
    el("small", { id: "note-hint", class: "quiet" }, say("note_hint")),
  );
}
