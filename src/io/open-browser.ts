// Opens an address in the browser that the machine prefers. Where there is none nothing happens: the address has been
// said, and can be typed.
import { spawn } from "node:child_process";

/** `url` is one that we made: no letter in it means anything to a shell. */
export function openBrowser(url: string, platform: string): void {
  const [program = "", ...args] = openerFor(platform);
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true, windowsHide: true });
  child.on("error", () => {});
  child.unref();
}

/** `platform` as in `World`: `win32 x64`. */
function openerFor(platform: string): readonly string[] {
  if (platform.startsWith("win32")) return ["rundll32", "url.dll,FileProtocolHandler"];
  return platform.startsWith("darwin") ? ["open"] : ["xdg-open"];
}
