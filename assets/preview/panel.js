// What the preview says in a page: what keeps it from being updated, warnings, and whether readers see the page at
// all. It stands beside the page's body in a shadow of its own, so that neither disturbs the other.

/** An element with its attributes and children; texts are texts. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

export function openPanel() {
  const host = make("bantin-preview", { "data-bantin": true });
  const root = host.attachShadow({ mode: "open" });
  const bar = make("div", { class: "bar" });
  const sheet = make("link", { rel: "stylesheet", href: "/__bantin/preview.css" });
  root.append(sheet, bar);
  // Without its styles it would stand in the page as plain text.
  host.hidden = true;
  sheet.addEventListener("load", () => {
    host.hidden = false;
  });
  const marksSheet = make("link", { rel: "stylesheet", href: "/__bantin/marks.css", "data-bantin": true });
  document.head.append(marksSheet);
  document.documentElement.append(host);

  let words = {};
  let report = { errors: [], warnings: [], errorCount: "", warningCount: "", more: 0 };
  let marks = {};
  let isStopped = false;
  /** What is open: "errors", "warnings" or nothing. */
  let open = "";

  const draw = () => {
    const state = marks[decodeURIComponent(location.pathname)];
    const count = (kind) =>
      report[`${kind}Count`] &&
      make("button", { type: "button", class: kind, "data-open": `${kind}s` }, report[`${kind}Count`]);
    const parts = [
      isStopped && make("p", { class: "stopped", role: "status" }, words.stopped ?? ""),
      state && make("p", { class: "state" }, make("strong", {}, words[state]), ` ${words.unseen}`),
      count("error"),
      count("warning"),
      words.desk && location.pathname !== "/__bantin/" && make("a", { href: "/__bantin/" }, words.desk),
    ];
    bar.replaceChildren(...parts.filter(Boolean));
    root.querySelector(".sheet")?.remove();
    if (open !== "" && report[open].length > 0) root.append(drawSheet(open));
  };

  const drawSheet = (kind) => {
    const items = report[kind].map(({ head, href, text }) =>
      make(
        "li",
        {},
        make("p", { class: "head" }, href ? make("a", { href }, head) : head),
        make("pre", {}, text),
      ),
    );
    const isErrors = kind === "errors";
    const heading = isErrors ? words.errorsHeading : words.warningsHeading;
    return make(
      "section",
      { class: `sheet ${kind}`, role: isErrors ? "alert" : "region", "aria-label": heading },
      make(
        "header",
        {},
        make("h2", {}, `${heading}: ${isErrors ? report.errorCount : report.warningCount}`),
        make("button", { type: "button", "data-open": "" }, words.close),
      ),
      ...(isErrors ? [make("p", { class: "note" }, words.errorsNote)] : []),
      make("ol", { tabindex: "0" }, ...items),
      ...(report.more > 0 ? [make("p", { class: "note" }, words.more.replace("{n}", report.more))] : []),
    );
  };

  root.addEventListener("click", ({ target }) => {
    const wanted = target.closest("[data-open]")?.dataset.open;
    if (wanted === undefined) return;
    open = open === wanted ? "" : wanted;
    draw();
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || open === "") return;
    open = "";
    draw();
  });

  const markLinks = () => {
    for (const link of document.querySelectorAll("a[data-bantin-state]")) {
      link.removeAttribute("data-bantin-state");
    }
    if (Object.keys(marks).length === 0) return;
    for (const link of document.querySelectorAll("main a[href]")) {
      const state = link.host === location.host && marks[decodeURIComponent(link.pathname)];
      if (state && link.textContent.trim() !== "") link.setAttribute("data-bantin-state", words[state]);
    }
  };

  return {
    speak: (newest) => {
      words = newest;
      host.lang = newest.lang;
      draw();
    },
    report: (newest) => {
      const had = report.errors.length > 0;
      report = newest;
      // It opens by itself, and closes when all is mended; closed by hand it stays so until other errors come.
      if (report.errors.length > 0) open = "errors";
      else if (had && open === "errors") open = "";
      draw();
    },
    mark: (newest) => {
      marks = newest;
      markLinks();
      draw();
    },
    markLinks: () => {
      markLinks();
      draw();
    },
    stopped: (now) => {
      if (now === isStopped) return;
      isStopped = now;
      draw();
    },
  };
}
