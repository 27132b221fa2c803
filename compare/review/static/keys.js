// Keys: one press, one action. Off while anything is typed in, while a dialog is open, and where the editor says so.
import { prefer } from "./api.js";
import { byId, el, keyName } from "./dom.js";
import { firstKeys, liked, say } from "./words.js";

const FIXED = { ArrowDown: "next", ArrowUp: "previous" };

/** Follow the keyboard; `run` carries an action out. */
export function listenKeys(run) {
  document.addEventListener("keydown", (event) => {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    run(action);
  });
}

function actionOf(event) {
  if (event.defaultPrevented || event.isComposing || event.repeat) return inList(event);
  if (event.ctrlKey || event.metaKey || event.altKey || byId("dialog").open || typing(event.target)) return undefined;
  return inList(event) ?? (liked.keysOn ? named(event) : undefined);
}

/** Arrow keys move only inside the list, so that they scroll everywhere else. */
function inList(event) {
  return byId("list").contains(event.target) && !event.ctrlKey ? FIXED[event.key] : undefined;
}

/** Whether a field is typed in; one of a dialog just closed may keep the focus for a moment and does not count. */
function typing(target) {
  if (!(target instanceof Element) || target.closest("dialog:not([open])")) return false;
  return Boolean(target.closest("input, textarea, select, [contenteditable]"));
}

/** The action of a key; where a Vietnamese layout makes another letter of it, the place of the key counts. */
function named(event) {
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const place = event.code.replace(/^(Key|Digit)/, "").toLowerCase();
  const entries = Object.entries(liked.keys);
  const found = entries.find(([, key]) => key === pressed) ?? entries.find(([, key]) => key === place && !/^[ -~]$/.test(pressed));
  return found?.[0];
}

/** The list of keys, each of them a button that waits for another one. `changed` is called when one was given. */
export function keyTable(changed) {
  const rows = Object.keys(firstKeys).map((action) =>
    el("li", {}, el("span", {}, say(`action.${action}`)), keyButton(action, changed)),
  );
  return el("ul", { class: "keys" }, rows);
}

function keyButton(action, changed) {
  const name = () => keyName(liked.keys[action]);
  const button = el("button", { type: "button", "aria-label": `${say(`action.${action}`)}: ${name()}` }, el("kbd", {}, name()));
  button.addEventListener("click", () => {
    button.textContent = say("help.press");
    button.addEventListener("keydown", (event) => given(event, action, changed), { once: true });
    button.addEventListener("blur", () => changed(), { once: true });
  });
  return button;
}

function given(event, action, changed) {
  if (event.key === "Tab" || event.key === "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const taken = Object.entries(liked.keys).find(([other, has]) => has === key && other !== action);
  if (taken) changed(say("help.taken", { action: say(`action.${taken[0]}`) }), action);
  else remember({ keys: { [action]: key } }).then((words) => changed(words, action));
}

/** Keep a preference; returns what went wrong, or "". */
export async function remember(record) {
  try {
    Object.assign(liked, await prefer(record));
    return "";
  } catch (error) {
    return error.message;
  }
}
