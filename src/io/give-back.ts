// Memory that lies outside of V8's own is given back when a collection finds that nobody uses it any more: where hardly
// anything else is made, long after it was needed, while each new piece has to be used for the first time.

/** Gives the memory of bytes back now. They are to be the only ones in it, and are none afterwards. */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  // What is handed over with a message that does not name it belongs to nobody, and is free as soon as that is read.
  if (byteLength === buffer.byteLength && byteLength >= small)
    structuredClone(null, { transfer: [buffer as ArrayBuffer] });
}

/** Bytes below which it takes longer than it saves. */
const small = 4096;
