import type { PackageManager } from "kapsule-guard/cli";

/** Commands of npm, and what stands in their place in a project of pnpm. */
const PNPM: readonly (readonly [npm: RegExp, pnpm: string])[] = [
  [/^( *- )(run: )?npm ci$/gm, "$1$2npm install --global pnpm@10\n$1$2pnpm install --frozen-lockfile"],
  [/\bnpm (install|test)\b(?! --global)/g, "pnpm $1"],
  [/\bnpm run ([a-z]+)( --)?/g, "pnpm run $1"],
];

/** A text of the template that names commands, as a project with this package manager has it. */
export function withPackageManager(text: string, packageManager: PackageManager): string {
  if (packageManager === "npm") return text;
  return PNPM.reduce((result, [npm, pnpm]) => result.replace(npm, pnpm), text);
}

/** Files that a project of a package manager has besides those of the template. */
export function filesOf(packageManager: PackageManager): Readonly<Record<string, string>> {
  return packageManager === "npm" ? {} : { "pnpm-workspace.yaml": WORKSPACE };
}

/** pnpm runs no script of a package that is not named. */
const WORKSPACE = `allowBuilds:
  esbuild: true
  unrs-resolver: true
onlyBuiltDependencies:
  - esbuild
  - unrs-resolver
`;
