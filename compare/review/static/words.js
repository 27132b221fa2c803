// The page's own words, in the language it was served in.
const settings = JSON.parse(document.getElementById("settings").textContent);

export const language = settings.language;
export const firstKeys = settings.firstKeys;
export const liked = { keys: { ...settings.keys }, keysOn: settings.keysOn, theme: settings.theme };

/** The phrase under a dotted key, its {names} filled in; a name nobody foresaw stands for itself. */
export function say(key, values = {}) {
  const found = key.split(".").reduce((table, part) => table?.[part], settings.say);
  const text = typeof found === "string" ? found : key.split(".").at(-1).replaceAll("-", " ");
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
