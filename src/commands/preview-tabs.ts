// The browsers that show pages of the preview. After a change each is told what it needs and no more: its page, where
// that is another now, and the reports, where those have changed.
import type { Tab } from "../io/live.js";
import type { Diagnostic, MessageLanguage } from "../model/diagnostic.js";
import type { OutPath } from "../model/paths.js";
import { previewWords } from "../strings/preview.js";
import { unpublishedIn } from "./article-states.js";
import type { PreviewPages } from "./preview-pages.js";
import { type PreviewReport, previewReport, type ReportStyle, withoutLinks } from "./preview-report.js";
import type { ShownSite, State } from "./session.js";

export interface PreviewTabs {
  readonly add: (tab: Tab) => void;
  /** Tells all tabs; `pages` has turned to the state already. */
  readonly show: (state: State) => void;
}

interface Open {
  readonly tab: Tab;
  path: string;
  seen: string;
  report: string;
  marks: string;
}

export function openPreviewTabs(pages: PreviewPages, style: ReportStyle, first: State): PreviewTabs {
  const open = new Set<Open>();
  let state = first;
  let shown = openShown(pages, style, first);

  const sendPage = (one: Open) => {
    const page = isOurs(one.path) ? undefined : pages.pageAt(one.path);
    if (page === undefined || (page.version === one.seen && page.movedTo === undefined)) return;
    one.seen = page.version;
    one.path = page.movedTo ?? one.path;
    one.tab.send("page", { html: page.html, version: page.version, movedTo: page.movedTo ?? "" });
  };
  const sendRest = (one: Open) => {
    const { report, foreignReport, marks } = shown();
    const own = one.tab.isHere ? report : foreignReport;
    if (one.report !== own) one.tab.send("report", JSON.parse(own));
    if (one.marks !== marks) one.tab.send("marks", JSON.parse(marks));
    Object.assign(one, { report: own, marks });
  };

  return {
    add: (tab) => {
      const one: Open = { tab, path: decodePath(tab.path), seen: tab.seen, report: "", marks: "" };
      open.add(one);
      tab.onClose(() => open.delete(one));
      tab.send("hello", wordsIn(style.lang));
      sendPage(one);
      sendRest(one);
    },
    show: (next) => {
      state = next;
      for (const one of open) sendPage(one);
      shown = openShown(pages, style, state);
      for (const one of open) sendRest(one);
      for (const one of open) one.tab.send("turn", {});
    },
  };
}

/** The editor's desk and what belongs to it: no pages of the bulletin. */
export function isOurs(address: string): boolean {
  return address.startsWith("/__bantin/");
}

interface Shown {
  readonly report: string;
  /** For other machines. */
  readonly foreignReport: string;
  readonly marks: string;
}

/** Made once a state, when the first tab needs it; again where pages failed to be drawn since. */
function openShown(pages: PreviewPages, style: ReportStyle, { diagnostics, site }: State): () => Shown {
  let made: Shown | undefined;
  let faults = -1;
  return () => {
    const drawn = pages.faults();
    if (made !== undefined && drawn.length === faults) return made;
    faults = drawn.length;
    const report: PreviewReport = previewReport([...diagnostics, ...withoutTwins(drawn, diagnostics)], style);
    made = {
      report: JSON.stringify(report),
      foreignReport: JSON.stringify(withoutLinks(report)),
      marks: JSON.stringify(marksOf(site)),
    };
    return made;
  };
}

function withoutTwins(faults: readonly Diagnostic[], known: readonly Diagnostic[]): readonly Diagnostic[] {
  const texts = new Set(known.map((diagnostic) => JSON.stringify(diagnostic)));
  return faults.filter((fault) => !texts.has(JSON.stringify(fault)));
}

/** The pages that readers do not see, by their addresses in the preview. */
function marksOf({ outputs, gathered, settings, now }: ShownSite): Record<string, string> {
  const hidden = unpublishedIn(gathered.articles, settings.config.languages, now);
  if (hidden.size === 0) return {};
  const marks: [OutPath, string][] = [];
  for (const output of outputs.values()) {
    const source = output.kind === "page" ? output.page.source : undefined;
    const state = source === undefined ? undefined : hidden.get(source);
    if (state !== undefined) marks.push([output.path, state]);
  }
  return Object.fromEntries(marks.map(([path, state]) => [`/${path}`, state]));
}

export function wordsIn(lang: MessageLanguage): Record<string, string> {
  return {
    lang,
    ...Object.fromEntries(Object.entries(previewWords).map(([name, word]) => [name, word[lang]])),
  };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return path;
  }
}
