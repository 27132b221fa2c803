// What an editor can do, by key or button. Nothing is shown as saved before the program has said so.
import * as api from "./api.js";
import { announce, byId, el } from "./dom.js";
import { refreshWords, showFinding } from "./finding.js";
import { fillQueue, markCurrent, neighbour, refreshItems, showFilter } from "./queue.js";
import { VERDICTS, finding, following, isOpen, page, progress, shown, stateOf, take, verdictOf, words } from "./state.js";
import { fillTexts, markPassages, showSentence } from "./texts.js";
import { say } from "./words.js";

let contextPlace = 0;

/** Actions that other modules add: dialogs. */
export const more = {};

const cards = { run, context: showSentence, adopt, note: (id, text) => saveNote(id, text) };

const own = {
  confirm: () => decide("confirmed"),
  dismiss: () => decide("dismissed"),
  undecided: () => decide("undecided"),
  undo: () => revert("undo"),
  redo: () => revert("redo"),
  next: () => go(neighbour(1)),
  previous: () => go(neighbour(-1)),
  open: () => go(following(shown(), page.current)),
  note: () => byId("note")?.focus(),
  find: () => byId("filter").querySelector("select").focus(),
  context: () => nextContext(),
};
for (const verdict of VERDICTS) own[verdict] = () => overrule(verdict);

/** Carry out an action by name, after those asked for before. */
export function run(name) {
  const action = own[name] ?? more[name];
  return action ? api.inTurn(() => action()) : undefined;
}

/** Go to a finding. */
export function go(id) {
  if (!id || !page.found.has(id)) return;
  page.current = id;
  contextPlace = 0;
  show();
  const list = shown();
  const position = say("position", { n: list.findIndex((one) => one.id === id) + 1, total: list.length });
  announce(say("moved", { id: finding().name, verdict: verdictOf(finding()), position }));
}

/** Draw the current finding and everything that points to it. */
export function show() {
  const focused = document.activeElement === byId("finding") || byId("finding").contains(document.activeElement);
  showFinding(cards);
  markCurrent();
  markPassages();
  if (focused) byId("finding").focus({ preventScroll: true });
  if (focused && window.matchMedia("(max-width: 62rem)").matches) byId("finding").scrollIntoView({ block: "start" });
}

/** Draw everything, for a review just loaded. */
export function showAll() {
  fillQueue(go);
  refreshItems(page.found.keys());
  showFilter();
  show();
  showSummary();
  requestAnimationFrame(() => setTimeout(() => {
    fillTexts(go, restore); // the longest part, after the first finding can be read
    markPassages();
  }));
}

/** Follow the filter: stay where possible, else go to the first finding shown. */
export function followFilter() {
  const list = shown();
  if (list.length && !list.some((one) => one.id === page.current)) page.current = list[0].id;
  show();
}

function decide(state, verdict = "", id = page.current) {
  if (!page.found.has(id)) return undefined;
  const list = shown();
  const choice = { finding: id, state, verdict, note: noteOf(id), seen: words(id).seen };
  return save("decide", { choices: [choice] }, () => {
    page.drafts.delete(id);
    announce(say("decided", { id: page.found.get(id)?.name ?? id, state: say(`state.${stateOf(id)}`), progress: progress() }));
    const next = following(list, id);
    if (next) {
      page.current = next;
      contextPlace = 0;
    } else if (page.data.done === page.data.total) {
      announce(say("all_done", { total: page.data.total }));
    }
    show();
  });
}

function overrule(verdict) {
  return finding()?.verdict === verdict ? decide("confirmed") : decide("overruled", verdict);
}

function adopt(word) {
  const verdict = word.outcome;
  if (word.state === "confirmed" || word.state === "overruled") return api.inTurn(() => overrule(verdict));
  return api.inTurn(() => decide(word.state));
}

const noteOf = (id) => (page.drafts.get(id) ?? words(id).mine?.note ?? "").trim();

function saveNote(id, text) {
  return api.inTurn(() => {
    const mine = words(id).mine;
    const standing = mine && !mine.changes.length ? mine : { state: "noted", verdict: "", note: mine?.note ?? "" };
    if (!page.drafts.has(id) || text.trim() === (mine?.note ?? "")) return undefined;
    const state = standing.state === "noted" && !text.trim() ? "" : standing.state;
    const choice = { finding: id, state, verdict: standing.verdict, note: text.trim(), seen: words(id).seen };
    return save("decide", { choices: [choice] }, () => {
      page.drafts.delete(id);
      announce(say("saved"));
    });
  });
}

/** Confirm many findings as one gesture. */
export function confirmAll(ids) {
  const choices = ids.map((id) => ({ finding: id, state: "confirmed", note: noteOf(id), seen: words(id).seen }));
  return save("decide", { choices }, () => {
    announce(`${say("saved")}. ${progress()}`);
    const next = following(shown(), page.current);
    if (next && !isOpen(page.current)) page.current = next;
    show();
  });
}

export const join = (record) => save("join", record, () => announce(say("joined")));
export const split = (sentence) =>
  save("split", { finding: page.current, sentence }, () => announce(say("split_done")));

function restore(article, [start, end]) {
  api.inTurn(() => save("restore", { article, start, end }, () => announce(say("restored"))));
}

function revert(kind) {
  if (!page.data[kind]) return undefined;
  return save(kind, {}, (delta) => {
    const [only, ...others] = delta.touched ?? [];
    if (only && !others.length) go(only);
    else show();
    announce(`${say(kind === "undo" ? "undone" : "redone")} ${progress()}`);
  });
}

function nextContext() {
  const passages = finding()?.passages ?? [];
  if (passages.length) showSentence(passages[contextPlace++ % passages.length].sentence);
}

/** Send a change; only when the program has saved it is it shown, and `then` called. */
async function save(action, record, then, name = api.newName()) {
  showSaved(say("saving"));
  try {
    const delta = await api.act(action, { ...record, request: name, place: page.data.place });
    await takeIn(delta);
    showAlert();
    showSaved(say("saved"));
    then(delta);
  } catch (error) {
    if (!(error instanceof api.Refused)) throw error;
    showSaved("");
    if (error.stale) await takeIn({ reload: true });
    showAlert(say("not_saved", { reason: error.message }), () => api.inTurn(() => save(action, record, then, name)));
  }
}

/** What the program says has changed, by us or by others. */
async function takeIn(delta) {
  if (delta.reload) {
    take(await api.review());
    showAll();
    return;
  }
  const { words: changed, touched, ...summary } = delta;
  Object.assign(page.data, summary);
  Object.assign(page.data.words, changed);
  refreshItems(touched);
  showFilter();
  showSummary();
  if (touched.includes(page.current)) refreshWords(cards);
}

/** Ask for what other editors have saved in the meantime. */
export function poll() {
  if (document.hidden) return;
  api.inTurn(async () => {
    const delta = await api.changes(page.data.place).catch(() => null);
    if (delta && delta.place !== page.data.place) await takeIn(delta);
  });
}

function showSaved(text) {
  byId("saved").textContent = text;
}

function showAlert(text = "", again = null) {
  const place = byId("alert");
  place.hidden = !text;
  const retry = again ? el("button", { type: "button", on: { click: again } }, say("retry")) : "";
  const close = el("button", { type: "button", on: { click: () => showAlert() } }, say("close"));
  place.replaceChildren(...(text ? [el("strong", {}, text), retry, close] : []));
}

function showSummary() {
  for (const kind of ["undo", "redo"]) {
    for (const button of document.querySelectorAll(`header [data-action="${kind}"]`)) button.disabled = !page.data[kind];
  }
  toggle("orphans-open", page.data.orphans.length, say("orphans.short"));
  toggle("agreement-open", page.data.agreement.length, say("agreement.short"));
}

function toggle(id, n, words) {
  byId(id).hidden = !n;
  byId(id).textContent = `${words} (${n})`;
}
