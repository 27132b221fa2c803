// What the page knows: the review as the program told it, the finding shown, the filter, notes not yet saved.
import { say } from "./words.js";

export const VERDICTS = ["conflict", "update", "unclear", "agree", "one-sided"];
export const STATES = ["open", "confirmed", "overruled", "dismissed", "undecided", "changed", "odds", "hand"];
export const noFilter = { verdict: "", kind: "", source: "", state: "", words: "" };

export const page = { data: null, current: "", filter: { ...noFilter }, drafts: new Map(), found: new Map() };

/** Take in the whole review, staying at the finding shown or at the one in its place. */
export function take(data) {
  const before = page.data ? page.data.findings.findIndex((one) => one.id === page.current) : -1;
  page.data = data;
  page.found = new Map(data.findings.map((one) => [one.id, one]));
  if (!page.found.has(page.current)) {
    const place = Math.min(Math.max(before, 0), data.findings.length - 1);
    page.current = before < 0 ? (firstOpen() ?? data.findings[0]?.id ?? "") : (data.findings[place]?.id ?? "");
  }
}

export const finding = (id = page.current) => page.found.get(id);
export const words = (id = page.current) => page.data.words[id] ?? { mine: null, others: [], odds: false, seen: 0 };

/** How a finding stands for this editor; a decision that the text moved under is "changed". */
export function stateOf(id) {
  const mine = words(id).mine;
  if (!mine) return "open";
  return mine.changes.length ? "changed" : mine.state;
}

/** Whether it waits for this editor: never decided, only noted, or changed since. */
export const isOpen = (id) => ["open", "noted", "changed"].includes(stateOf(id));

const firstOpen = () => page.data.findings.find((one) => isOpen(one.id))?.id;

/** Findings that the filter lets through, in the order of the list. */
export const shown = () => page.data.findings.filter(fits);

function fits(one) {
  const wanted = page.filter;
  if (wanted.verdict && one.verdict !== wanted.verdict) return false;
  if (wanted.kind && !one.kinds.includes(wanted.kind)) return false;
  if (wanted.source && !one.sources.includes(Number(wanted.source))) return false;
  if (wanted.state && !inState(one, wanted.state)) return false;
  return !wanted.words || text(one).includes(wanted.words.toLocaleLowerCase());
}

function inState(one, state) {
  if (state === "open") return isOpen(one.id);
  if (state === "odds") return words(one.id).odds;
  if (state === "hand") return Boolean(one.hand);
  return stateOf(one.id) === state;
}

function text(one) {
  const passages = one.passages.flatMap((passage) => passage.pieces.map((piece) => piece[0])).join(" ");
  return `${one.name} ${one.title} ${passages}`.toLocaleLowerCase();
}

/** The finding to go to after `id` was decided: the next open one of `list`, from the top again at its end. */
export function following(list, id) {
  const place = list.findIndex((one) => one.id === id);
  const round = [...list.slice(place + 1), ...list.slice(0, Math.max(place, 0))];
  return round.find((one) => isOpen(one.id))?.id;
}

export const verdictOf = (one) => say(`verdict.${one.verdict}`);
export const progress = () => say("progress", { done: page.data.done, total: page.data.total });
export const label = (source) => page.data.sources[source]?.label ?? "";
