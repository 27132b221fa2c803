// Talking to the program behind the page. Every change is a POST with a name of its own, so asking twice changes once.
import { language, say } from "./words.js";

export class Refused extends Error {
  constructor(message, stale) {
    super(message);
    this.stale = stale;
  }
}

let last = Promise.resolve();

/** Run tasks one after the other, so that keys pressed quickly are carried out in their order. */
export function inTurn(task) {
  const run = last.then(task);
  last = run.catch(() => {});
  return run;
}

export const review = () => ask(`review?lang=${language}`);
export const changes = (since) => ask(`changes?since=${since}`);
export const prefer = (record) => send("preferences", record);
export const act = (action, record) => send(`act/${action}`, record);
export const newName = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;

async function ask(address) {
  return answer(() => fetch(address));
}

async function send(address, record) {
  const body = JSON.stringify(record);
  const headers = { "Content-Type": "application/json" };
  return answer(() => fetch(address, { method: "POST", headers, body }));
}

async function answer(request) {
  let response;
  try {
    response = await request();
  } catch {
    throw new Refused(say("no_answer"), false);
  }
  const record = await response.json().catch(() => ({ error: `${response.status}` }));
  if (!response.ok) throw new Refused(record.error, Boolean(record.stale));
  return record;
}
