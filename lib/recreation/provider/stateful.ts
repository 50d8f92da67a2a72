export function isStateful(_type: string): boolean {
  return true;
}
