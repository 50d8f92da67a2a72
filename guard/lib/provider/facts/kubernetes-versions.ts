/** Whether a version is newer than another one, as far as both say it: `1.35` says nothing of patches. */
export function isNewerVersion(version: string, than: string): boolean {
  const [parts, others] = [version, than].map((text) => text.split(".").map(Number));
  const differing = parts?.findIndex((part, index) => part !== others?.[index]) ?? -1;
  return (parts?.[differing] ?? 0) > (others?.[differing] ?? Infinity);
}
