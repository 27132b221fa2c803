// Elements made from words. Words only ever become text: nothing here, or anywhere on this page, parses markup.

/** An element with properties (`class`, `dataset`, `on`, attributes) and children: elements or text. */
export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else if (name === "dataset") Object.assign(made.dataset, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** A symbol that only repeats what words beside it say. */
export const symbol = (sign) => el("span", { class: "sign", "aria-hidden": "true" }, sign);

/** The name of a key as people know it. */
export function keyName(key) {
  const names = { ArrowDown: "↓", ArrowUp: "↑", ArrowLeft: "←", ArrowRight: "→", " ": "Space", Escape: "Esc" };
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}

/** Tell a screen reader, without moving anything. */
export function announce(words) {
  const live = byId("live");
  live.textContent = live.textContent === words ? `${words}\u00a0` : words;
}
