// The one reader of YAML: front matter, bantin.yaml, tags and authors. It gives values and their places from one
// parse, in YAML's core schema: no dates (we read them ourselves, in the bulletin's time zone), no `no` = false.
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from "yaml";
import type { Diagnostic } from "../model/diagnostic.js";
import { type Place, placeFinder } from "../model/place.js";
import type { Source } from "../model/source.js";

export type YamlValue = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** As typed, quotes included; issue numbers are read from here, for YAML makes 1.1 of `1.10`. */
  readonly raw: string;
  /** True where the author put it in quotes or in a block. */
  readonly quoted: boolean;
  readonly place: Place;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlValue[];
  readonly place: Place;
}

export interface YamlMap {
  readonly kind: "map";
  /** In order; the same key may come twice: the caller says so in the words of its field. */
  readonly entries: readonly YamlEntry[];
  readonly place: Place;
}

export interface YamlEntry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: YamlValue;
}

export interface YamlResult {
  /** Absent where the text could not be read; there is a diagnostic then. */
  readonly root?: YamlValue;
  readonly diagnostics: readonly Diagnostic[];
}

const deepest = 20;

/** Reads `text`, which stands at `offset` (UTF-16) of the source. Empty text is an empty map. */
export function readYaml(text: string, source: Source, offset: number): YamlResult {
  const find = placeFinder(source.text);
  const at = (inText: number) => find(offset + inText);
  const fault = (rule: string, inText: number, message: Diagnostic["message"], hint: Diagnostic["hint"]) =>
    [{ rule, severity: "error", file: source.path, place: at(inText), message, hint }] as const;

  const document = parseDocument(text, {
    schema: "core",
    uniqueKeys: false,
    lineCounter: new LineCounter(),
    prettyErrors: false,
    logLevel: "silent",
  });
  const error = document.errors[0];
  if (error !== undefined) {
    return {
      diagnostics: fault(
        "yaml-syntax",
        error.pos[0],
        { vi: "Không đọc được dòng này", en: "This line cannot be read" },
        {
          vi: "Mỗi dòng viết theo dạng `mục: nội dung`; nội dung có dấu đặc biệt thì đặt trong dấu nháy kép thẳng",
          en: "Write each line as `field: text`; put text with special characters in straight double quotes",
        },
      ),
    };
  }
  try {
    const root = document.contents as Node | null;
    if (root === null) return { root: { kind: "map", entries: [], place: at(0) }, diagnostics: [] };
    return { root: convert(root, text, at, 0), diagnostics: [] };
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    return {
      diagnostics: fault(
        "yaml-refused",
        problem.offset,
        {
          vi: "Ký hiệu & * ! ở đầu nội dung hoặc danh sách lồng quá sâu thì không dùng được",
          en: "The signs & * ! at the start of a text and lists nested too deep cannot be used",
        },
        { vi: "Đặt nội dung trong dấu nháy kép thẳng", en: "Put the text in straight double quotes" },
      ),
    };
  }
}

class Refused extends Error {
  constructor(readonly offset: number) {
    super("refused");
  }
}

function convert(node: Node, text: string, at: (offset: number) => Place, depth: number): YamlValue {
  const start = node.range?.[0] ?? 0;
  if (isAlias(node) || depth > deepest || ("anchor" in node && node.anchor)) throw new Refused(start);
  if (typeof node.tag === "string" && !node.tag.startsWith("tag:yaml.org,2002:")) throw new Refused(start);
  if (isMap(node)) {
    const entries = node.items.map((pair) => {
      const key = pair.key as Node;
      const keyStart = key.range?.[0] ?? start;
      if (!isScalar(key)) throw new Refused(keyStart);
      const value = pair.value as Node | null;
      return {
        key: String(key.source ?? key.value ?? "").normalize("NFC"),
        keyPlace: at(keyStart),
        value:
          value === null ? emptyScalar(at(key.range?.[1] ?? keyStart)) : convert(value, text, at, depth + 1),
      };
    });
    return { kind: "map", entries, place: at(start) };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item as Node, text, at, depth + 1));
    return { kind: "list", items, place: at(start) };
  }
  return scalar(node as Scalar, text, at);
}

function scalar(node: Scalar, text: string, at: (offset: number) => Place): YamlScalar {
  const [start, end] = node.range ?? [0, 0];
  const value = node.value as YamlScalar["value"];
  return {
    kind: "scalar",
    value: typeof value === "bigint" ? String(value) : value,
    raw: text.slice(start, end),
    quoted: node.type !== "PLAIN",
    place: at(start),
  };
}

function emptyScalar(place: Place): YamlScalar {
  return { kind: "scalar", value: null, raw: "", quoted: false, place };
}
