// Where the bulletin's settings lie, and how large they may be.
import { sourcePath } from "../model/paths.js";

export const configFile = sourcePath("bantin.yaml");

/** Bytes. */
export const largestConfig = 1 << 20;
