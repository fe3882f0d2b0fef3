// The templates that come with Bantin, ready made. Here there are none: where `.rolldown.config.mjs` bundles the command
// it puts what write-ready.ts writes in this module's place.
import type { MakeDirect } from "./direct.js";
import type { OwnNames } from "./direct-names.js";
import type { Demands } from "./template-tree.js";

/** A template that was read, checked and written out as code when Bantin was compiled. */
export interface ReadyTemplate {
  readonly make: MakeDirect;
  readonly exports: readonly string[];
  readonly demands: Demands;
  readonly names: OwnNames;
  /** The names of all templates together for which it was written. */
  readonly writtenFor: string;
}

/** By the hash of its text: a bulletin's own template of the same text is the same template. */
export type ReadyTemplates = ReadonlyMap<string, ReadyTemplate>;

export const readyTemplates: ReadyTemplates = new Map();
