// Cards: the pictures under which pages are shared. Here they are named and described; io draws them. A card's name
// holds the hash of everything on it, so that a changed card has a new address and no site shows the old one.
import type { Config } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { hashText } from "../model/hash.js";
import type { CardFile, CardShape, CardSpec, CardTexts, DrawnFile, PageCard } from "../model/image.js";
import { sourcePath } from "../model/paths.js";
import type { LinkedArticle, Site } from "../model/site.js";
import { nearest } from "../model/spelling.js";
import type { Theme } from "../model/theme.js";
import { photoOf } from "./photos.js";
import { cardPath } from "./urls.js";

export interface CardSubject {
  /** Its part of the file's name: a slug. */
  readonly name: string;
  readonly texts: CardTexts;
  readonly photo?: DrawnFile;
}

/** Undefined where the configuration wants no cards. */
export function planCard(site: Site, { name, texts, photo }: CardSubject): PageCard | undefined {
  const { cards } = site.config;
  if (cards === false) return undefined;
  const said: CardTexts = {
    ...texts,
    kicker: nfc(texts.kicker),
    title: nfc(texts.title),
    name: nfc(texts.name),
  };
  const { logo, tools } = site.drawing;
  const fileOf = (shape: CardShape): CardFile => {
    const spec: CardSpec = {
      shape,
      texts: said,
      colours: cards.colours,
      ...(photo === undefined ? {} : { photo }),
      ...(logo === undefined ? {} : { logo }),
    };
    const drawn = [shape, said, cards.colours, photo?.hash ?? "", logo?.hash ?? "", tools];
    const key = hashText(JSON.stringify(drawn));
    return { path: cardPath(said.lang, shape === "wide" ? name : `${name}-square`, key), key, spec };
  };
  const alt = said.title === said.name ? said.title : `${said.title} | ${said.name}`;
  return { alt, wide: fileOf("wide"), square: fileOf("square") };
}

/** The cover as a card shows it: photos, not drawings. */
export function cardPhoto(site: Site, { cover }: LinkedArticle): DrawnFile | undefined {
  const photo = cover && photoOf(site, cover.beside, cover.path);
  if (photo?.kind !== "raster") return undefined;
  return { root: "bulletin", path: photo.facts.path, hash: photo.facts.hash };
}

/** The picture that stands for the bulletin on cards: the one that the configuration names, else its icon. */
export function cardLogo({ cards }: Config, { assets }: Theme): DrawnFile | undefined {
  const found = assets.get(cards === false ? "" : (cards.logo ?? "favicon.svg"));
  return found && { ...found.from, hash: found.hash };
}

export function checkLogo({ cards, places }: Config, { assets }: Theme): Diagnostic[] {
  const logo = cards === false ? undefined : cards.logo;
  if (logo === undefined || (assets.has(logo) && /\.(svg|png|jpe?g|webp)$/i.test(logo))) return [];
  const near = nearest(logo, [...assets.keys()]);
  const place = places?.["cards"];
  return [
    {
      rule: "card-logo-missing",
      severity: "error",
      file: sourcePath("bantin.yaml"),
      ...(place === undefined ? {} : { place }),
      message: {
        vi: `Không có biểu trưng “${logo}” trong thư mục assets${near === undefined ? "" : `. Có phải “${near}”?`}`,
        en: `The logo “${logo}” is not in the folder assets${near === undefined ? "" : `. Did you mean “${near}”?`}`,
      },
      hint: {
        vi: "Chép biểu trưng (SVG hoặc PNG) vào thư mục assets của bản tin, rồi ghi đúng tên, ví dụ logo: bieu-trung.svg",
        en: "Copy the logo (SVG or PNG) into the bulletin's assets folder and write its exact name, such as logo: our-mark.svg",
      },
    },
  ];
}

function nfc(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
