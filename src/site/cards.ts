// Cards: the pictures under which pages are shared. Here they are named and described; io draws them. A card's name
// holds the hash of everything on it, so that a changed card has a new address and no site shows the old one.
import type { Config } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { hashText } from "../model/hash.js";
import type {
  CardColours,
  CardFile,
  CardPhoto,
  CardShape,
  CardTexts,
  DrawnFile,
  PageCard,
  QrFile,
} from "../model/image.js";
import type { Lang } from "../model/lang.js";
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
  readonly photo?: CardPhoto;
}

/** The look of cards as it was when a site's theme and settings were read; part of the names of all of them. */
export function cardColours({ cards, theme }: Config): CardColours {
  return { ...paperAndInk, ...theme.colours, ...(cards === false ? {} : cards.colours) };
}

const paperAndInk: CardColours = {
  paper: "#fffdf9",
  ink: "#1c1a17",
  accent: "#a8141c",
  gold: "#b8892b",
};

/** Undefined where the configuration wants no cards. One hash names both shapes. */
export function planCard(site: Site, { name, texts, photo }: CardSubject): PageCard | undefined {
  if (site.config.cards === false) return undefined;
  const said: CardTexts = {
    ...texts,
    kicker: nfc(texts.kicker),
    title: nfc(texts.title),
    name: nfc(texts.name),
  };
  const { logo, tools, colours } = site.drawing;
  const hash = hashText(
    JSON.stringify([said, photo?.hash ?? "", photo?.base ?? "", colours, logo?.hash ?? "", tools]),
  );
  const fileOf = (shape: CardShape): CardFile => ({
    path: cardPath(said.lang, shape === "wide" ? `${name}.jpg` : `${name}-square.jpg`, hash),
    key: `${hash}-${shape}`,
    spec: {
      shape,
      texts: said,
      colours,
      ...(photo === undefined ? {} : { photo }),
      ...(logo === undefined ? {} : { logo }),
    },
  });
  const alt = said.title === said.name ? said.title : `${said.title} | ${said.name}`;
  return { alt, wide: fileOf("wide"), square: fileOf("square") };
}

export interface QrSubject extends Pick<QrFile, "squares"> {
  readonly lang: Lang;
  /** Its part of the file's name: a slug. */
  readonly name: string;
  /** Absolute. */
  readonly address: string;
}

export function planQr({ drawing }: Site, { lang, name, address, squares }: QrSubject): QrFile {
  const key = hashText(JSON.stringify([address, drawing.tools]));
  return { path: cardPath(lang, `${name}-qr.png`, key), key: `${key}-qr`, squares };
}

/** The cover as a card shows it: photos, not drawings. */
export function cardPhoto(site: Site, { cover }: LinkedArticle): CardPhoto | undefined {
  const photo = cover && photoOf(site, cover.beside, cover.path);
  if (photo?.kind !== "raster") return undefined;
  const { facts, base } = photo;
  return { root: "bulletin", path: facts.path, hash: facts.hash, base };
}

/** The picture that stands for the bulletin on cards: the one that the configuration names for them or for its
 *  pages, else the bulletin's icon. */
export function cardLogo({ cards, theme }: Config, { assets }: Theme): DrawnFile | undefined {
  const found = assets.get(cards === false ? "" : (cards.logo ?? theme.logo ?? "favicon.svg"));
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
