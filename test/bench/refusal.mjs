// Why a comparison cannot be made: a missing program, a side that failed, a site that lacks pages. It ends the command
// with status 1 and its own words; anything else that is thrown is a fault of the benchmark.
export function refuse(message) {
  return Object.assign(new Error(message), { name: refusal });
}

export function isRefusal(fault) {
  return fault instanceof Error && fault.name === refusal;
}

const refusal = "Refusal";
