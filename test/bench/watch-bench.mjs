export async function benchWatch() {}
