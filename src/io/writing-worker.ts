// The entry of a thread that does nothing but write texts for the main one.
import { parentPort } from "node:worker_threads";
import { tuneEngine } from "./tune-engine.js";
import { writeGiven } from "./writing-job.js";

tuneEngine();

parentPort?.once("message", writeGiven);
