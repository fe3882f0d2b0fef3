// The live channel: server-sent events, one stream for each page that a browser shows. Only our own pages get in: the
// token stands in them, and no other origin can read them.
import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isForUs, isOwnRequest, type Reach } from "./hosts.js";

export interface Tab {
  /** The address that it shows, as the browser writes it: path and nothing else. */
  readonly path: string;
  /** The version of the page that it shows. */
  readonly seen: string;
  /** It is on this machine, so that a link to a file leads somewhere. */
  readonly isHere: boolean;
  /** `data` is sent as JSON. */
  readonly send: (event: string, data: unknown) => void;
  readonly onClose: (done: () => void) => void;
}

export interface LiveOptions {
  readonly token: string;
  readonly reach: Reach;
  readonly onTab: (tab: Tab) => void;
}

export const livePath = "/__bantin/live";

export interface Live {
  /** True where the request was for the live channel, and has its answer. */
  readonly take: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly close: () => void;
}

/** Milliseconds: more often than anything on the way gives up a silent connection. */
const heartbeat = 25_000;

export function openLive({ token, reach, onTab }: LiveOptions): Live {
  const streams = new Set<ServerResponse>();
  const beat = setInterval(() => {
    for (const stream of streams) stream.write(":\n\n");
  }, heartbeat);
  beat.unref();

  const open = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => {
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
    request.socket.setNoDelay(true);
    response.write("retry: 500\n\n");
    streams.add(response);
    response.on("close", () => streams.delete(response));
    onTab({
      path: query.get("path") ?? "/",
      seen: query.get("seen") ?? "",
      isHere: isLoopback(request.socket.remoteAddress ?? ""),
      send: (event, data) => {
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      },
      onClose: (done) => response.on("close", done),
    });
  };

  return {
    take: (request, response) => {
      const [path, query = ""] = (request.url ?? "").split("?", 2);
      if (path !== livePath) return false;
      const given = new URLSearchParams(query);
      const isAllowed =
        request.method === "GET" &&
        isForUs(request, reach) &&
        isOwnRequest(request.headers) &&
        request.headers["sec-fetch-mode"] !== "navigate" &&
        isSame(given.get("token") ?? "", token);
      if (isAllowed) open(request, response, given);
      else
        response.writeHead(403, { "content-type": "text/plain", "x-content-type-options": "nosniff" }).end();
      return true;
    },
    close: () => {
      clearInterval(beat);
      for (const stream of streams) stream.destroy();
    },
  };
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function isLoopback(address: string): boolean {
  return address === "::1" || /^(?:::ffff:)?127\./.test(address);
}
