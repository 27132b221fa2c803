// Dialogs: keys, jump, batch, join, split, orphaned decisions, second reviewers. The browser keeps the focus inside.
import { confirmAll, go, join, more, show, split } from "./actions.js";
import { inTurn } from "./api.js";
import { byId, el } from "./dom.js";
import { keyTable, remember } from "./keys.js";
import { VERDICTS, finding, isOpen, page, shown, words } from "./state.js";
import { firstKeys, liked, say } from "./words.js";

/** Open the dialog; `done`, where given, is called by its button with the form, and says false to stay open. */
function open(title, body, done = null, doneWords = say("apply")) {
  const dialog = byId("dialog");
  const close = el("button", { type: "button", on: { click: () => dialog.close() } }, done ? say("cancel") : say("close"));
  const apply = done ? el("button", { type: "submit", class: "primary" }, doneWords) : "";
  const form = el("form", { method: "dialog" }, el("h2", { id: "dialog-title" }, title), body, el("p", { class: "ends" }, apply, close));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (done?.(new FormData(form)) !== false) dialog.close();
  });
  dialog.replaceChildren(form);
  if (!dialog.open) dialog.showModal();
}

more.help = () => showKeys();

function showKeys(problem = "", focus = "") {
  const changed = (words, action) => {
    show();
    showKeys(words, action);
  };
  const on = el("input", { type: "checkbox", checked: liked.keysOn, on: { change: (event) => remember({ keys_on: event.target.checked }).then(changed) } });
  const reset = el("button", { type: "button", on: { click: () => remember({ keys: firstKeys }).then(changed) } }, say("help.reset"));
  open(say("help.title"), [
    el("p", {}, say("help.guide")),
    problem ? el("p", { role: "alert", class: "warning" }, problem) : "",
    el("label", {}, on, ` ${say("help.on")}`),
    keyTable(changed),
    el("p", { class: "quiet" }, say("help.extra")),
    reset,
  ]);
  if (focus) [...byId("dialog").querySelectorAll(".keys button")][Object.keys(firstKeys).indexOf(focus)]?.focus();
}

more.jump = () => {
  const field = el("input", { name: "where", autocomplete: "off", autofocus: true });
  const problem = el("p", { role: "alert", class: "warning" });
  open(say("jump.title"), [el("label", {}, say("jump.label"), field), problem], (form) => {
    const id = named(String(form.get("where")).trim());
    if (!id) {
      problem.textContent = say("jump.missing");
      return false;
    }
    return void inTurn(() => go(id));
  }, say("action.jump"));
};

function named(text) {
  const list = shown();
  const same = page.data.findings.find((one) => one.name.toLowerCase() === text.toLowerCase());
  return same?.id ?? (/^\d+$/.test(text) ? list[Number(text) - 1]?.id : undefined);
}

more.batch = () => {
  const ids = shown().map((one) => one.id).filter((id) => isOpen(id) && !words(id).mine?.changes.length);
  if (!ids.length) return open(say("batch.title"), el("p", {}, say("batch.none")));
  const counts = VERDICTS.map((verdict) => [verdict, ids.filter((id) => finding(id).verdict === verdict).length]);
  const list = counts.filter(([, n]) => n).map(([verdict, n]) => `${say(`verdict.${verdict}`)} ${n}`).join(", ");
  return open(say("batch.title"), el("p", {}, say("batch.text", { n: ids.length, list })), () => void inTurn(() => confirmAll(ids)), say("action.confirm"));
};

more.split = () => {
  const one = finding();
  if (!one?.linked) return open(say("split.title"), el("p", {}, say("split.none")));
  return open(say("split.title"), passageChoice("sentence", one), (form) => void inTurn(() => split(form.get("sentence"))), say("action.split"));
};

function passageChoice(name, one) {
  const rows = one.passages.map((passage, place) => {
    const text = passage.pieces.map((piece) => piece[0]).join(" ");
    return radio(name, passage.sentence, `${page.data.sources[passage.source].label}: ${text}`, place === 0);
  });
  return el("fieldset", {}, el("legend", {}, say("join.from")), rows);
}

const radio = (name, value, text, checked) =>
  el("label", { class: "radio" }, el("input", { type: "radio", name, value, checked, required: true }), el("span", {}, text));

more.join = () => {
  const one = finding();
  if (!one || page.data.sources.length < 2) return;
  const rows = el("fieldset", { class: "sentences" });
  const sources = el("select", { name: "source" });
  const body = [passageChoice("left", one), el("p", {}, say("join.to")), el("label", {}, say("join.article"), sources), rows, relations()];
  const fill = () => rows.replaceChildren(el("legend", {}, sources.selectedOptions[0]?.textContent ?? ""), ...sentencesOf(Number(sources.value), one));
  const offer = () => {
    const from = one.passages.find((passage) => passage.sentence === body[0].querySelector(":checked").value).source;
    sources.replaceChildren(...page.data.sources.flatMap((source, place) => (place === from ? [] : [el("option", { value: String(place) }, source.label)])));
    fill();
  };
  sources.addEventListener("change", fill);
  body[0].addEventListener("change", offer);
  offer();
  open(say("join.title"), body, (form) => {
    const record = { left: form.get("left"), right: form.get("right"), relation: form.get("relation"), finding: one.id };
    inTurn(() => join(record));
  }, say("action.join"));
};

function sentencesOf(place, one) {
  const own = new Set(one.passages.map((passage) => passage.sentence));
  const pieces = page.data.texts[place].flat().filter((piece) => piece.s && !own.has(piece.s));
  return pieces.map((piece) => radio("right", piece.s, `${piece.n}. ${piece.t}`, false));
}

function relations() {
  const options = ["agree", "conflict", "update", "unclear"].map((one) => el("option", { value: one }, say(`verdict.${one}`)));
  return el("label", {}, say("join.relation"), el("select", { name: "relation" }, options));
}

/** The dialogs behind the header's buttons. */
export function listenDialogs() {
  byId("orphans-open").addEventListener("click", () => open(say("orphans.title"), [el("p", {}, say("orphans.guide")), ...page.data.orphans.map(orphan)]));
  byId("agreement-open").addEventListener("click", () => open(say("agreement.title"), page.data.agreement.map(pair)));
}

function orphan(one) {
  const verdict = one.verdict ? ` (${say(`verdict.${one.verdict}`)})` : "";
  const quotes = one.passages.map(([source, text]) => el("blockquote", { dir: "auto" }, el("strong", {}, source), `: ${text}`));
  const note = one.note ? el("p", {}, one.note) : "";
  return el("section", { class: "orphan" }, el("p", {}, `${one.editor}, ${one.when}: ${say(`state.${one.state}`)}${verdict}; ${say(`orphans.${one.reason}`)}`), quotes, note);
}

function pair(one) {
  const [first, other] = one.editors;
  const percent = one.both ? `${Math.floor((100 * one.alike) / one.both)}%` : "";
  const line = el("p", {}, say(one.both ? "agreement.line" : "agreement.none", { one: first, other, alike: one.alike, both: one.both, percent }));
  const apart = one.apart.filter((id) => finding(id)).map((id) => el("li", {}, jumpTo(id)));
  return el("section", {}, line, apart.length ? el("ul", {}, apart) : "");
}

function jumpTo(id) {
  const leave = () => {
    byId("dialog").close();
    inTurn(() => go(id));
  };
  return el("button", { type: "button", class: "link", on: { click: leave } }, `${finding(id).name} · ${finding(id).title}`);
}
