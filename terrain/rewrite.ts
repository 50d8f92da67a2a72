import { preProcessFile } from "typescript";

/** Packages of CDKTF, and what stands in their place for users of CDK Terrain. */
export const PACKAGES: Readonly<Record<string, string>> = {
  cdktf: "cdktn",
  "cdktf-cli": "cdktn-cli",
  "cdktf-scaleway-kapsule": "cdktn-scaleway-kapsule",
  "cdktf-provider-scaleway": "cdktn-provider-scaleway",
  // What users install the package above as, and import.
  "@cdktf/provider-scaleway": "@cdktn/provider-scaleway",
  // The examples': who has CDK Terrain makes them with `cdktn get`.
  "@cdktf/provider-kubernetes": "@cdktn/provider-kubernetes",
};

/** What names a package or the tool in any text; longer names come before those that they begin with. */
const WORDS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/@cdktf\/provider-scaleway\b/g, "@cdktn/provider-scaleway"],
  // The repository, where the action is, has one name.
  [/(?<!cdktf-scaleway-kapsule\/)\bcdktf-(scaleway-kapsule|provider-scaleway)\b(?!\/cdktf-scaleway)/g, "cdktn-$1"],
  [/\bcdktf(-cli)?@0\.21\.0\b/g, "cdktn$1@0.24.0"],
  [/\bcdktf (deploy|destroy|diff|get|init|plan|provider|synth)\b/g, "cdktn $1"],
  [/\bCDKTF\b/g, "CDK Terrain"],
];

/**
 * A text as the packages for CDK Terrain have it: the same, but for the names of packages, of the tool and of its command. What both forks
 * call alike (`cdktf.json`, `cdktf.out`, `CDKTF_OUTDIR`, keys of contexts and symbols) stays, and so does a line that names both.
 */
export function rewriteText(text: string): string {
  return text
    .split("\n")
    .map((line) => (/\bcdktn\b|CDK Terrain/.test(line) ? line : rewriteLine(line)))
    .join("\n");
}

function rewriteLine(line: string): string {
  return WORDS.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), line);
}

/** {@link rewriteText} of a page, whose programs import what its reader has. */
export function rewritePage(page: string): string {
  const programs = /(```(?:typescript|ts)\n)(.*?)(```)/gs;
  const withPrograms = page.replace(programs, (_, open: string, code: string, close: string) => {
    return `${open}${withSpecifiers(code)}${close}`;
  });
  return rewriteText(withPrograms);
}

/** {@link rewriteText} of JavaScript, TypeScript or declarations, with the modules that they import. */
export function rewriteCode(code: string): string {
  return rewriteText(withSpecifiers(code));
}

/** TypeScript's own scanner finds the imports: `"cdktf"` in another string, or in a comment, is none. */
function withSpecifiers(code: string): string {
  const { importedFiles } = preProcessFile(code, true, true);
  let result = code;
  // From the last to the first, so that a replacement moves none that is still to come.
  for (const { fileName, pos } of [...importedFiles].sort((a, b) => b.pos - a.pos)) {
    const start = code.indexOf(fileName, pos);
    result = result.slice(0, start) + rewriteSpecifier(fileName) + result.slice(start + fileName.length);
  }
  return result;
}

function rewriteSpecifier(specifier: string): string {
  const name = Object.keys(PACKAGES).find((each) => specifier === each || specifier.startsWith(`${each}/`));
  return name === undefined ? specifier : `${PACKAGES[name] ?? name}${specifier.slice(name.length)}`;
}
