/** No message has more addresses than this. */
const MOST = 5;

/** The first of some addresses, and how many more there are: "a, b, c, d, e and 3 more". */
export function listed(addresses: readonly string[]): string {
  const rest = addresses.length - MOST;
  return addresses.slice(0, MOST).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
