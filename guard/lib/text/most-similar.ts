import { distance } from "fastest-levenshtein";

/**
 * The word that was probably meant: the one that takes the fewest edits, whatever the case of letters, and the first of several.
 *
 * @param mostEdits Beyond so many, nothing similar is known.
 */
export function mostSimilar<Word extends string>(
  word: string,
  known: readonly Word[],
  mostEdits = Infinity,
): Word | undefined {
  const lower = word.toLowerCase();
  let best: { readonly word: Word; readonly edits: number } | undefined;
  for (const each of known) {
    const edits = distance(lower, each.toLowerCase());
    if (edits <= mostEdits && (best === undefined || edits < best.edits)) best = { word: each, edits };
  }
  return best?.word;
}
