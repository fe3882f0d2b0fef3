// Whose requests the preview answers. A page of another site can make a browser ask anything of 127.0.0.1; it cannot
// choose the Host header, nor hide where it comes from.
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { hostname, networkInterfaces } from "node:os";

/** Who can see the preview: this machine alone, or whoever reaches it over the network. */
export type Reach = "machine" | "network";

/** The request names one host, and it is this one. */
export function isForUs({ headersDistinct }: IncomingMessage, reach: Reach): boolean {
  const [host, ...others] = headersDistinct["host"] ?? [];
  return others.length === 0 && isAllowedHost(host, reach);
}

/** The name is checked because another site's name can be made to lead to this machine (DNS rebinding). */
function isAllowedHost(header: string | undefined, reach: Reach): boolean {
  const [, bracketed, plain = ""] =
    /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::\d{1,5})?$/i.exec(header ?? "") ?? [];
  const host = (bracketed ?? plain).toLowerCase().replace(/\.$/, "");
  if (["localhost", "127.0.0.1", "::1"].includes(host) || host.endsWith(".localhost")) return true;
  if (reach === "machine") return false;
  const own = hostname().toLowerCase();
  // A number cannot be rebound.
  return isIP(host) !== 0 || host === own || host === `${own}.local`;
}

/** False for what a page of another origin asks for in the background; following a link from there is allowed. */
export function isOwnRequest({ host, origin, ...headers }: IncomingHttpHeaders): boolean {
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return true;
  return headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
}

/** The machine's addresses in the network, those that are easily typed first. */
export function networkAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address);
}
