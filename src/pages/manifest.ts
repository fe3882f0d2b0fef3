// manifest.webmanifest: how the bulletin looks on the home screen of a telephone. Its addresses count from the file
// itself, so it works wherever the output is put.
import type { Config } from "../model/config.js";
import type { OutPath } from "../model/paths.js";
import { themeColours } from "../model/theme.js";
import { gatewayPath, manifestPath } from "../site/urls.js";
import type { DocumentKind } from "./documents.js";
import type { Plan } from "./plan.js";

/** The paper, by day and by night: what browsers colour their own bars with. */
export function papersOf({ theme }: Config): { readonly light: string; readonly dark: string } {
  return {
    light: theme.colours.paper ?? themeColours.colours.paper,
    dark: theme.dark.paper ?? themeColours.dark.paper,
  };
}

export const manifest: DocumentKind = {
  name: "manifest",
  documents: (plan) => [
    { path: manifestPath, text: () => `${JSON.stringify(manifestOf(plan), undefined, 2)}\n` },
  ],
};

function manifestOf({ site, assets }: Plan): object {
  const { languages, title, description } = site.config;
  const [lang = "vi"] = languages;
  return {
    name: title[lang] ?? "",
    ...(description[lang] === undefined ? {} : { description: description[lang] }),
    lang,
    start_url: `./${gatewayPath}`,
    scope: "./",
    display: "minimal-ui",
    background_color: papersOf(site.config).light,
    theme_color: papersOf(site.config).light,
    icons: icons.flatMap(({ name, ...icon }) => {
      const path: OutPath | undefined = assets(name);
      return path === undefined ? [] : [{ src: path, ...icon }];
    }),
  };
}

const icons = [
  { name: "favicon.svg", sizes: "any", type: "image/svg+xml" },
  { name: "icons/icon-192.png", sizes: "192x192", type: "image/png" },
  { name: "icons/icon-512.png", sizes: "512x512", type: "image/png" },
] as const;
