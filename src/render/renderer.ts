// A page becomes text. Templates see `page`, `site` and `t` and nothing else; every text is escaped but the HTML of
// the fields named here, which Bantin made from sanitised content.
import type { Page, RenderPage } from "../model/page.js";
import type { Theme } from "../model/theme.js";
import { createSpeaker, type Speaker } from "../strings/speaker.js";
import type { WordsByLang } from "../strings/words.js";
import { createEngine } from "./engine.js";
import { readyTemplates } from "./ready-templates.js";

export { htmlFields } from "./html-fields.js";

/** Throws a TemplateFault where a template is broken. */
export function createRenderer(templates: Theme["templates"], words: WordsByLang): RenderPage {
  const names = Object.keys(Object.values(words)[0] ?? {});
  const engine = createEngine({ templates, words: names, ready: readyTemplates });
  const speakers = Object.fromEntries(
    Object.entries(words).map(([lang, own]) => [lang, createSpeaker(lang, own)]),
  );
  return (page, data = page.data()) => {
    return engine.render(page.template, { t: speakerFor(speakers, page), ...data });
  };
}

function speakerFor(speakers: Readonly<Record<string, Speaker>>, { lang }: Page): Speaker {
  const speaker = speakers[lang];
  if (speaker === undefined) throw new Error(`there are no words for ${lang}`);
  return speaker;
}
