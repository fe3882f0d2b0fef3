// The live preview's part in a page. It runs before the page's own scripts, hears of changes, and merges them in. A
// page that nobody sees hears nothing and catches up when it is seen again: browsers allow only a few open
// connections to one host.
import { keepOwnChanges, merge } from "./merge.js";
import { openPanel } from "./panel.js";

const { bantinToken: token, bantinSeen } = document.querySelector("script[data-bantin-token]").dataset;
const own = keepOwnChanges();
const panel = openPanel();
let seen = bantinSeen;
let source;
let failures = 0;

const heard = {
  hello: (words) => panel.speak(words),
  page: ({ html, version, movedTo }) => {
    seen = version;
    if (movedTo) history.replaceState(history.state, "", movedTo + location.hash);
    merge(html, own, panel.markLinks);
  },
  report: (report) => panel.report(report),
  marks: (marks) => own.during(() => panel.mark(marks)),
  turn: () => document.dispatchEvent(new CustomEvent("bantin-turn")),
};

function connect() {
  source?.close();
  if (document.hidden) return;
  const query = new URLSearchParams({ token, path: location.pathname, seen });
  source = new EventSource(`/__bantin/live?${query}`);
  for (const [name, hear] of Object.entries(heard)) {
    source.addEventListener(name, (event) => hear(JSON.parse(event.data)));
  }
  source.addEventListener("open", () => {
    failures = 0;
    panel.stopped(false);
  });
  source.addEventListener("error", reconnect);
}

/** A server that answers, but not on this channel, is another one than this page knows: the page is asked for anew. */
async function reconnect() {
  source.close();
  failures++;
  await new Promise((resolve) => setTimeout(resolve, failures === 1 ? 100 : 1000));
  const isAlive = await fetch("/__bantin/preview.js", { method: "HEAD" }).then(
    ({ ok }) => ok,
    () => false,
  );
  panel.stopped(!isAlive);
  if (isAlive && failures > 1) location.reload();
  else connect();
}

document.addEventListener("visibilitychange", connect);
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", ({ persisted }) => persisted && connect());
connect();
