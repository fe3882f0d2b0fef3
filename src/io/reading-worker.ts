// The entry of a thread that parses the texts of articles for the main one. The HTML it keeps in a file of texts of its
// own, and tells where: what it sends is cheap for the main thread to take. When there is nothing more to parse, or nothing
// at all, it may be given pages to write: that spares a thread, whose start takes a tenth of a second of work.
import { parentPort } from "node:worker_threads";
import { inGroups, together, type Work } from "../model/parts.js";
import { parseText } from "../parse/article.js";
import { decodeSource } from "../parse/decode.js";
import { openTextWriter } from "./article-texts.js";
import {
  begin,
  type FileText,
  type ParsedPiece,
  type ParsedRun,
  type TextRun,
  type TextsJob,
  textsTogether,
} from "./reading-job.js";
import type { CodesAhead, SharedWriting } from "./text-ring.js";
import { tuneEngine } from "./tune-engine.js";
import { openWriting } from "./writing-job.js";

tuneEngine();

let parse: ((run: TextRun) => ParsedRun | undefined) | undefined;
const write = openWriting();

// Between two messages Node frees the memory of the parser's buffers, and at no other time (`turnLoop` in
// read-articles.ts).
parentPort?.on("message", (told: TextsJob | TextRun | CodesAhead | SharedWriting) => {
  if ("settings" in told) {
    const parseRun = openParser(told.settings, told.texts);
    parse = ({ run, texts }) => (begin(told.begun, run) ? { run, parsed: parseRun(texts) } : undefined);
  } else if ("run" in told && told.texts.length > 0) {
    const parsed = parse?.(told);
    if (parsed !== undefined) parentPort?.postMessage(parsed);
  } else if ("run" in told || write(told)) parentPort?.close();
});

/** All texts of a run are kept, or none: a place is told only when its text is on the disk. */
function openParser(settings: TextsJob["settings"], folder: string | undefined) {
  let writer = folder === undefined ? undefined : openTextWriter(folder);
  function* parseOne({ path, hash, bytes, context }: FileText): Work<ParsedPiece | undefined> {
    const source = decodeSource(path, bytes, hash);
    if ("rule" in source) return undefined;
    const { body, ...head } = yield* parseText(source, context, settings);
    const place = writer?.add(body);
    return place === undefined
      ? { head: JSON.stringify({ body, ...head }) }
      : { head: JSON.stringify(head), place };
  }
  return function parseRun(texts: readonly FileText[]): ParsedRun["parsed"] {
    const parsed = [...inGroups(texts, textsTogether)].flatMap((some) => together(some.map(parseOne)));
    if (writer === undefined || writer.flush()) return parsed;
    writer = undefined;
    return parseRun(texts);
  };
}
