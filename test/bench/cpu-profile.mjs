// A .cpuprofile of V8, read: how long each function ran itself, whose code that is, and which function of ours it was
// done for. Times are microseconds.

/** @param profiles parsed files, one a thread; @param prefix address of our compiled code, "file:///…/lib/" */
export function sharesOf(profiles, prefix) {
  const shares = { places: new Map(), functions: new Map(), owners: new Map(), reach: new Map(), total: 0 };
  for (const profile of profiles) addProfile(shares, profile, prefix);
  return shares;
}

function addProfile(shares, { nodes, samples, timeDeltas }, prefix) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const self = new Map();
  // A sample stands for the time until the next one.
  samples.forEach((id, index) => {
    add(self, id, timeDeltas[index + 1] ?? 0);
  });
  for (const [id, time] of self) {
    const { callFrame } = byId.get(id);
    if (callFrame.functionName === "(idle)") continue;
    shares.total += time;
    add(shares.places, placeOf(callFrame, prefix), time);
    add(shares.functions, nameOf(callFrame, prefix), time);
    const ours = [];
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const frame = byId.get(at).callFrame;
      if (frame.url.startsWith(prefix)) ours.push(nameOf(frame, prefix));
    }
    add(shares.owners, ours[0] ?? placeOf(callFrame, prefix), time);
    for (const name of new Set(ours)) add(shares.reach, name, time);
  }
}

function add(map, key, value) {
  map.set(key, (map.get(key) ?? 0) + value);
}

/** A folder of ours, a package, or a part of Node. */
function placeOf({ url, functionName }, prefix) {
  if (url.startsWith(prefix)) return `lib/${url.slice(prefix.length).split("/").slice(0, -1).join("/")}`;
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (name !== undefined) return name;
  if (url.startsWith("node:")) return "node";
  if (functionName.startsWith("(")) return functionName;
  return url === "" ? "native code" : "other";
}

function nameOf({ url, functionName, lineNumber, columnNumber }, prefix) {
  const name = functionName === "" ? "(anonymous)" : functionName;
  if (url === "") return name;
  const file = url.startsWith(prefix)
    ? `lib/${url.slice(prefix.length)}`
    : url.replace(/^.*\/node_modules\//, "");
  // The bundle has no lines.
  return `${name} ${file}:${lineNumber + 1}:${columnNumber + 1}`;
}
