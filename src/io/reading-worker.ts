// The entry of a thread that reads and parses articles beside the main one, until all are taken. What it parsed it
// keeps in a file of texts of its own, and sends no more than where: that is cheap for the main thread to take.
import { parentPort, workerData } from "node:worker_threads";
import type { ParsedArticle } from "../model/article.js";
import { openTextWriter } from "./article-texts.js";
import { keepArticle } from "./kept-article.js";
import { createArticleReader } from "./read-article.js";
import { type Reading, type ReadRun, type SharedJob, takeRun, turnLoop } from "./reading-job.js";
import { tuneEngine } from "./tune-engine.js";

tuneEngine();

const job = workerData as SharedJob;
const read = createArticleReader(job.settings);
let writer = job.texts === undefined ? undefined : openTextWriter(job.texts);

void readAll();

async function readAll(): Promise<void> {
  for (;;) {
    const [first, end] = takeRun(job);
    if (first === end) return;
    const articles = job.wanted.slice(first, end).map(read);
    parentPort?.postMessage({ first, readings: keep(articles, first) } satisfies ReadRun);
    await turnLoop();
  }
}

/** All of them or none: a place is told only when its text is on the disk. */
function keep(articles: readonly (ParsedArticle | undefined)[], first: number): readonly Reading[] {
  const readings = articles.map((article, index): Reading => {
    const wanted = job.wanted[first + index];
    if (article === undefined || wanted === undefined) return { kind: "expected" };
    const kept = writer && keepArticle(wanted.file, article, writer.add);
    return kept === undefined ? { kind: "whole", article } : { kind: "kept", kept };
  });
  if (writer === undefined || writer.flush()) return readings;
  writer = undefined;
  return keep(articles, first);
}
