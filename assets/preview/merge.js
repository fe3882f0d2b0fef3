// Merges a page as it is now into the document that shows it as it was, so that the reader's place, the focus, open
// menus and whatever the page's own scripts have done stay. Where a script itself has changed the page is loaded anew.
import { Idiomorph } from "./idiomorph.js";

/** Notes what the reader and the page's own scripts change, from now on. */
export function keepOwnChanges() {
  const attributes = new WeakMap();
  const added = new WeakSet();
  const scripts = scriptsOf(document);
  const note = (records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      for (const node of addedNodes) added.add(node);
      if (type !== "attributes") continue;
      if (!attributes.has(target)) attributes.set(target, new Set());
      attributes.get(target).add(attributeName);
    }
  };
  const observer = new MutationObserver(note);
  observer.observe(document.documentElement, { attributes: true, childList: true, subtree: true });
  return {
    hasScriptsOf: (fresh) => scriptsOf(fresh) === scripts,
    isOwnAttribute: (name, node) => attributes.get(node)?.has(name) ?? false,
    isOwnNode: (node) => added.has(node),
    /** What is changed by `work` is not noted. */
    during: (work) => {
      note(observer.takeRecords());
      try {
        return work();
      } finally {
        observer.takeRecords();
      }
    },
  };
}

let newest = 0;

/** `afterwards` is called when the page has changed, before it is painted. */
export function merge(html, own, afterwards) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  if (!own.hasScriptsOf(fresh)) {
    location.reload();
    return;
  }
  const number = ++newest;
  own.during(() => {
    const { loading, leaving } = mergeHead(fresh.head, own);
    const finish = () => {
      if (number === newest) {
        mergeBody(fresh, own);
        afterwards();
      }
      for (const node of leaving) node.remove();
    };
    // A style sheet is swapped when the new one is there: nobody sees the page without one.
    if (loading.length === 0) finish();
    else Promise.all(loading).then(() => own.during(finish));
  });
}

function mergeBody(fresh, own) {
  mergeAttributes(document.documentElement, fresh.documentElement, own);
  Idiomorph.morph(document.body, fresh.body, {
    ignoreActiveValue: true,
    callbacks: {
      beforeAttributeUpdated: (name, node) => !own.isOwnAttribute(name, node),
      beforeNodeRemoved: (node) => !own.isOwnNode(node),
      beforeNodeMorphed: (node, next) => align(node, next, own),
    },
  });
}

/**
 * A paragraph that comes in or goes is put in or taken out at its place before the rest is compared one by one: else
 * every paragraph after it would take over the text of its neighbour, and what is being read would move.
 */
function align(node, next, own) {
  const old = [...node.childNodes].filter((child) => !own.isOwnNode(child));
  const fresh = [...next.childNodes];
  const fewest = Math.min(old.length, fresh.length);
  if (old.length === fresh.length) return;
  let start = 0;
  while (start < fewest && old[start].isEqualNode(fresh[start])) start++;
  let end = 0;
  while (end < fewest - start && old.at(-1 - end).isEqualNode(fresh.at(-1 - end))) end++;
  const place = old[old.length - end] ?? null;
  for (const child of fresh.slice(old.length - end, fresh.length - end)) {
    node.insertBefore(document.importNode(child, true), place);
  }
  for (const child of old.slice(fresh.length - end, old.length - end)) child.remove();
}

function mergeAttributes(old, fresh, own) {
  const names = new Set([...old.getAttributeNames(), ...fresh.getAttributeNames()]);
  for (const name of names) {
    const value = fresh.getAttribute(name);
    if (own.isOwnAttribute(name, old) || old.getAttribute(name) === value) continue;
    if (value === null) old.removeAttribute(name);
    else old.setAttribute(name, value);
  }
}

const isOurs = (node) => node.matches("[data-bantin-token], [data-bantin]");
const isSheet = (node) => node.matches("link[rel~=stylesheet]");

/** Elements that are the same stay; style sheets that go stay until those that come are loaded. */
function mergeHead(fresh, own) {
  const old = new Map();
  for (const node of document.head.children) {
    if (isOurs(node) || own.isOwnNode(node)) continue;
    const same = old.get(node.outerHTML) ?? [];
    old.set(node.outerHTML, [...same, node]);
  }
  const loading = [];
  let last = document.head.querySelector("[data-bantin-token]");
  for (const node of fresh.children) {
    const kept = old.get(node.outerHTML)?.shift();
    const next = kept ?? document.importNode(node, true);
    if (kept === undefined) {
      if (isSheet(next)) loading.push(loaded(next));
      if (last === null) document.head.prepend(next);
      else last.after(next);
    }
    last = next;
  }
  const rest = [...old.values()].flat();
  for (const node of rest) if (!isSheet(node)) node.remove();
  return { loading, leaving: rest.filter(isSheet) };
}

function loaded(sheet) {
  return new Promise((resolve) => {
    sheet.addEventListener("load", resolve);
    sheet.addEventListener("error", resolve);
    setTimeout(resolve, 3000);
  });
}

/** All that runs, in order; blocks of data do not. */
function scriptsOf(page) {
  const runs = [...page.querySelectorAll("script:not([data-bantin-token])")].filter(
    ({ type }) => type === "" || type === "module" || type.endsWith("javascript"),
  );
  return runs.map(({ outerHTML }) => outerHTML).join("\n");
}
