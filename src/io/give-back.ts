// Memory that lies outside of V8's own is given back when a collection finds that nobody uses it any more: where hardly
// anything else is made, long after it was needed, while each new piece has to be used for the first time.
import { MessageChannel } from "node:worker_threads";

/** Who is sent something here has gone: memory that is handed over to it is free at once. */
const { port1: nobody, port2: gone } = new MessageChannel();
gone.close();

/** Gives the memory of bytes back now. They are to be the only ones in it, and are none afterwards. */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (byteLength === buffer.byteLength && byteLength >= small)
    nobody.postMessage(null, [buffer as ArrayBuffer]);
}

/** Bytes below which it takes longer than it saves. */
const small = 4096;
