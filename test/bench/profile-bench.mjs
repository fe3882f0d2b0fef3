export async function benchProfile() {}
