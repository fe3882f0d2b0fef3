// The editor's desk: stories by state, and for each article what a share of it will look like, taken from the page
// itself as it will be published.

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== "") element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** Files whose share is open, so that a redrawn desk looks like the one before. */
const opened = new Set();

async function draw() {
  const desk = await (await fetch("/__bantin/desk.json")).json();
  const { words } = desk;
  document.documentElement.lang = desk.lang;
  document.title = `${words.desk} | ${desk.title}`;
  document
    .getElementById("top")
    .replaceChildren(
      make("h1", {}, words.desk),
      make("p", {}, `${desk.title}. ${words.intro}`),
      make("p", {}, make("a", { href: "/" }, words.bulletin)),
    );
  const groups = desk.groups.filter(({ name, count }) => count > 0 || name === "drafts");
  document.getElementById("groups").replaceChildren(...groups.map((group) => drawGroup(group, desk)));
}

function drawGroup({ name, heading, count, stories }, desk) {
  const { words } = desk;
  const rest = count - stories.length;
  return make(
    "section",
    { "aria-labelledby": `group-${name}`, class: name },
    make("h2", { id: `group-${name}` }, heading, " ", make("span", { class: "count" }, String(count))),
    count === 0
      ? make("p", {}, words.none)
      : make("ul", {}, ...stories.map((story) => drawStory(story, name, desk))),
    ...(rest > 0 ? [make("p", {}, words.moreStories.replace("{n}", rest))] : []),
  );
}

function drawStory({ articles, lacks }, group, desk) {
  return make(
    "li",
    {},
    ...articles.map((article) => drawArticle(article, group, desk)),
    ...(lacks === "" ? [] : [make("p", { class: "lacks" }, lacks)]),
  );
}

function drawArticle({ title, lang, language, state, isOutdated, href, file }, group, desk) {
  const { words } = desk;
  const name = href === "" ? make("span", { lang }, title) : make("a", { href, lang }, title);
  const badges = [
    ...(state === "published" ? [] : [make("span", { class: `badge ${state}` }, words[state])]),
    ...(isOutdated ? [make("span", { class: "badge outdated" }, words.outdatedStories)] : []),
  ];
  const facts = make("p", { class: "facts" }, `${language} · ${file} `, ...badges);
  if (href === "") return make("div", { class: "article" }, name, facts);
  const share = make("details", {}, make("summary", {}, words.share));
  const key = `${group} ${file}`;
  const fill = async () => share.append(await drawShare(href, desk));
  share.addEventListener("toggle", () => {
    if (!share.open) opened.delete(key);
    else if (share.childElementCount === 1) fill();
    if (share.open) opened.add(key);
  });
  share.open = opened.has(key);
  return make("div", { class: "article" }, name, facts, share);
}

async function drawShare(href, { words, url }) {
  const page = new DOMParser().parseFromString(await (await fetch(href)).text(), "text/html");
  const told = (property) => page.querySelector(`meta[property="${property}"]`)?.content ?? "";
  const address = told("og:url");
  const picture = told("og:image");
  // On the published site the picture is at its full address; here it is served from the same path.
  const local = url !== "" && picture.startsWith(`${url}/`) ? picture.slice(url.length) : picture;
  const host = address === "" ? "" : new URL(address).host;
  const card = make(
    "div",
    { class: "card" },
    picture === ""
      ? make("p", { class: "no-picture" }, words.noPicture)
      : make("img", { src: local, alt: told("og:image:alt") }),
    make("p", { class: "host" }, host),
    make("p", { class: "title" }, told("og:title")),
    make("p", {}, told("og:description") || words.noDescription),
  );
  if (address === "") return make("div", {}, card, make("p", {}, words.noAddress));
  return make(
    "div",
    {},
    card,
    make("p", {}, `${words.copyAddress}: `, make("code", {}, address)),
    make("p", {}, words.rescrape),
    make("ul", { class: "crawlers" }, ...crawlers(address).map(([name, to]) => link(name, to))),
  );
}

function link(name, to) {
  return make("li", {}, make("a", { href: to, target: "_blank", rel: "noreferrer" }, name));
}

/** Where each network is asked to read a page again. */
function crawlers(address) {
  const encoded = encodeURIComponent(address);
  return [
    ["Zalo", `https://developers.zalo.me/tools/debug-sharing?q=${encoded}`],
    ["Facebook", `https://developers.facebook.com/tools/debug/?q=${encoded}`],
    ["Telegram", "https://t.me/WebpageBot"],
  ];
}

document.addEventListener("bantin-turn", draw);
draw();
