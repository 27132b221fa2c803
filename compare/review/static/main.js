// Opens the review: the page's parts, the keyboard, and a look now and then for what other editors saved.
import { followFilter, poll, run, showAll } from "./actions.js";
import { inTurn, review } from "./api.js";
import { listenDialogs } from "./dialogs.js";
import { byId, el, keyName } from "./dom.js";
import { listenKeys, remember } from "./keys.js";
import { listenFilter } from "./queue.js";
import { page, take } from "./state.js";
import { liked, say } from "./words.js";

const POLL = 4000; // milliseconds between looks for other editors' decisions

function labelTools() {
  for (const button of document.querySelectorAll("header [data-action]")) {
    const action = button.dataset.action;
    const key = liked.keysOn ? el("kbd", { "aria-hidden": "true" }, keyName(liked.keys[action])) : "";
    button.replaceChildren(say(`action.${action}`), key);
    button.onclick = () => run(action);
  }
}

function listenTheme() {
  byId("theme").addEventListener("change", (event) => {
    document.documentElement.dataset.theme = event.target.value;
    remember({ theme: event.target.value });
  });
}

function listenLeaving() {
  window.addEventListener("beforeunload", (event) => {
    if (page.drafts.size) event.preventDefault();
  });
  byId("dialog").addEventListener("close", labelTools);
}

function foldOnPhones() {
  const narrow = window.matchMedia("(max-width: 62rem)");
  const fold = () => (byId("queue-fold").open = !narrow.matches);
  narrow.addEventListener("change", fold);
  fold();
}

async function start() {
  labelTools();
  foldOnPhones();
  take(await inTurn(review));
  showAll();
  listenFilter(followFilter);
  listenKeys(run);
  listenDialogs();
  listenTheme();
  listenLeaving();
  document.body.dataset.ready = "true";
  setInterval(poll, POLL);
}

start().catch((error) => {
  byId("alert").hidden = false;
  byId("alert").textContent = error.message;
});
