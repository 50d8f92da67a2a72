/** Characters beyond ASCII, of which one text may have several spellings. */
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Whether a text is ASCII, of which case and order are the same everywhere. */
export function isAscii(text: string): boolean {
  return !BEYOND_ASCII.test(text);
}

/** A text as Terraform keeps it: composed, so that two spellings of one text are one. */
export function normalized(text: string): string {
  return isAscii(text) ? text : text.normalize("NFC");
}

/** The order of texts in Terraform, which is that of their code points; JavaScript compares halves of them. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const [one, other] = [a[Symbol.iterator](), b[Symbol.iterator]()];
  for (;;) {
    const [x, y] = [one.next(), other.next()];
    if (x.done === true) return y.done === true ? 0 : -1;
    if (y.done === true) return 1;
    const difference = (x.value.codePointAt(0) ?? 0) - (y.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}
