/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds that a function takes. */
export function milliseconds(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

/** Runs two functions in turn, so that a machine whose speed drifts slows both, and tells their ratio pair by pair. */
export function compare(
  runs: number,
  subject: () => number,
  reference: () => number,
): { text: string; subject: number; reference: number } {
  const a: number[] = [];
  const b: number[] = [];
  for (let warm = 0; warm <= runs / 5; warm += 1) {
    subject();
    reference();
  }
  for (let run = 0; run < runs; run += 1) {
    a.push(subject());
    b.push(reference());
  }
  const ratios = a.map((value, run) => value / (b[run] ?? Number.NaN));
  const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  return { subject: median(a), reference: median(b), text: `ratio ${median(ratios).toFixed(2)} (${range})` };
}
