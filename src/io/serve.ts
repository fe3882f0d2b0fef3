// The preview's server. It answers GET and HEAD with what `answer` has at exactly this path, and never turns an
// address into a path of the disk; pages of other sites get nothing out of it (hosts.ts).
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import { isForUs, isOwnRequest, type Reach } from "./hosts.js";
import { openLive, type Tab } from "./live.js";
import { codeOf } from "./read-files.js";

export interface ServeOptions {
  /** The first to try; 0 for any. */
  readonly port: number;
  readonly reach: Reach;
  /** What only the preview's own pages know. */
  readonly token: string;
  /** `path` begins with "/", is decoded, and has no query. */
  readonly answer: (path: string) => Answer | Promise<Answer>;
  /** A browser shows a page and waits for news of it. */
  readonly onTab: (tab: Tab) => void;
}

export type Answer =
  | { readonly moved: string }
  | {
      readonly status: 200 | 404 | 500;
      readonly type: string;
      readonly body: string | Uint8Array;
    };

export interface Serving {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Undefined where the port and the next ones are all taken. */
export async function serve(options: ServeOptions): Promise<Serving | undefined> {
  const live = openLive(options);
  const server = createServer((request, response) => {
    if (live.take(request, response)) return;
    respond(options, request, response).catch((problem: unknown) => {
      response.writeHead(500, { ...guards, "content-type": "text/plain; charset=utf-8" });
      response.end(`500\n${problem instanceof Error ? problem.message : problem}\n`);
    });
  });
  // What is no HTTP at all ends its own connection and nothing else.
  server.on("clientError", (_problem, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    else socket.destroy();
  });
  const host = options.reach === "machine" ? "127.0.0.1" : undefined;
  const port = await listen(server, host, options.port);
  if (port === undefined) return undefined;
  return {
    port,
    close: () => {
      live.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** Ports tried in turn. */
const tries = 50;

async function listen(server: Server, host: string | undefined, first: number): Promise<number | undefined> {
  for (let port = first; port < first + tries && port <= 65535; port++) {
    const problem = await new Promise<unknown>((resolve) => {
      server.once("error", resolve);
      server.listen({ port, ...(host !== undefined && { host }) }, () => {
        server.off("error", resolve);
        resolve(undefined);
      });
    });
    if (problem === undefined) {
      const address = server.address();
      return typeof address === "object" && address !== null ? address.port : port;
    }
    // Windows keeps ranges of ports for itself, and says EACCES.
    if (!["EADDRINUSE", "EACCES"].includes(codeOf(problem) ?? "")) throw problem;
  }
  return undefined;
}

const guards: OutgoingHttpHeaders = {
  "content-security-policy": "default-src 'self'; frame-ancestors 'self'",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

async function respond(
  options: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const whole = await reply(options, request);
  const { status, type = "text/plain; charset=utf-8", more, body } = partOf(whole, request.headers.range);
  const bytes = bytesOf(body ?? `${status}\n`);
  response.writeHead(status, { ...guards, "content-type": type, "content-length": bytes.length, ...more });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly more?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

async function reply({ reach, answer }: ServeOptions, request: IncomingMessage): Promise<Reply> {
  const { method, url = "", headers } = request;
  if (!isForUs(request, reach)) return { status: 403 };
  if (method !== "GET" && method !== "HEAD") return { status: 405, more: { allow: "GET, HEAD" } };
  if (!isOwnRequest(headers)) return { status: 403 };
  const path = readPath(url);
  if (path === undefined) return { status: 400 };
  const found = await answer(path);
  return "moved" in found ? { status: 302, more: { location: found.moved } } : found;
}

/**
 * The bytes that a player asks for when its reader moves on in a recording (RFC 9110, 14.2). Of several ranges, and of what
 * is none, the whole is given.
 */
function partOf(whole: Reply, range: string | undefined): Reply {
  if (whole.status !== 200 || whole.body === undefined) return whole;
  const more = { ...whole.more, "accept-ranges": "bytes" };
  const [found, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  const isRange = found !== undefined && (to === "" ? from !== "" : Number(from) <= Number(to));
  if (!isRange) return { ...whole, more };
  const bytes = bytesOf(whole.body);
  const size = bytes.length;
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size : Math.min(size, Number(to) + 1);
  if (first >= end) return { status: 416, more: { ...more, "content-range": `bytes */${size}` } };
  const place = { "content-range": `bytes ${first}-${end - 1}/${size}` };
  return { ...whole, status: 206, more: { ...more, ...place }, body: bytes.subarray(first, end) };
}

/** A recording is not copied. */
function bytesOf(body: string | Uint8Array): Uint8Array {
  return typeof body === "string" ? Buffer.from(body) : body;
}

/** The path of a request line, decoded; undefined for anything else than a path that can be decoded. */
function readPath(url: string): string | undefined {
  if (!url.startsWith("/")) return undefined;
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, "")).normalize("NFC");
  } catch {
    return undefined;
  }
}
