/** Which of two versions is newer: negative where the first one is older. Pre-releases count as their release. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map(numbersOf);
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The versions that a constraint names, such as 2.90.0 and 3.0.0 in `>= 2.90.0, < 3.0.0`, with their operators. */
function boundsOf(constraint: string): { operator: string; version: string }[] {
  return constraint.split(",").flatMap((part) => {
    const [, operator = "=", version] = /^\s*(>=|<=|~>|!=|>|<|=)?\s*v?(\d[\w.+-]*)\s*$/.exec(part) ?? [];
    return version === undefined ? [] : [{ operator, version }];
  });
}

/** The lowest version that a constraint lets through, as far as it names it: the highest of its lower bounds. */
export function lowestVersion(constraint: string): string | undefined {
  return boundsOf(constraint)
    .filter(({ operator }) => !operator.startsWith("<") && operator !== "!=")
    .map(({ version }) => version)
    .sort(compareVersions)
    .at(-1);
}

/** The one version that a constraint takes; undefined where it takes several, or names none. */
export function pinnedVersion(constraint: string): string | undefined {
  return boundsOf(constraint).find(({ operator }) => operator === "=")?.version;
}

/** Whether a constraint, as Terraform reads it, lets a version through. */
export function admits(constraint: string, version: string): boolean {
  return boundsOf(constraint).every(({ operator, version: bound }) => {
    const difference = compareVersions(version, bound);
    if (operator === "~>") return difference >= 0 && startsLike(version, bound);
    if (operator === "!=") return difference !== 0;
    if (operator === "=") return difference === 0;
    const strict = operator.endsWith("=") ? difference === 0 : false;
    return strict || (operator.startsWith(">") ? difference > 0 : difference < 0);
  });
}

/** `~> 2.70` lets the last of the numbers grow, and those before it stay. */
function startsLike(version: string, bound: string): boolean {
  const fixed = numbersOf(bound).slice(0, -1);
  const numbers = numbersOf(version);
  return fixed.every((number, index) => numbers[index] === number);
}

function numbersOf(version: string): number[] {
  return (version.split(/[-+]/)[0] ?? "").split(".").map(Number);
}
