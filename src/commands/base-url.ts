// --base-url: the address of the site, in place of `url` in bantin.yaml.
import { readSiteUrl } from "../parse/config/site-url.js";
import type { Arguments, UsageFault } from "./arguments.js";
import type { Settings } from "./settings.js";

export interface BaseUrl {
  /** The settings, with the address that was typed, if any. */
  readonly apply: (settings: Settings) => Settings;
}

export function readBaseUrl({ "base-url": typed }: Arguments["flags"]): BaseUrl | UsageFault {
  if (typeof typed !== "string") return { apply: (settings) => settings };
  const site = readSiteUrl(typed);
  if ("message" in site) {
    const { message, suggestion } = site;
    return {
      message: { vi: `--base-url: ${message.vi}`, en: `--base-url: ${message.en}` },
      ...(suggestion !== undefined && {
        hint: { vi: `Viết: --base-url ${suggestion}`, en: `Write: --base-url ${suggestion}` },
      }),
    };
  }
  return { apply: (settings) => ({ ...settings, config: { ...settings.config, url: site.url } }) };
}
