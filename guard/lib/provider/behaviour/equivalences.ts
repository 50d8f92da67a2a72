import type { AttributeEntry } from "../tables";

/** Which differences the provider ignores. */
export type Equivalence = (before: string, after: string) => boolean;

const units: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** `fr-par/uuid` counts as `uuid`. */
function withoutLocality(id: string): string {
  const parts = id.split("/");
  return parts.length === 2 ? (parts[1] ?? id) : id;
}

function seconds(text: string): number | undefined {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
  if (text === "" || parts.map((part) => part[0]).join("") !== text) return undefined;
  return parts.reduce((total, [, amount, unit]) => total + Number(amount) * (units[unit ?? ""] ?? 0), 0);
}

function sameWhenParsed(parse: (text: string) => string | number | undefined): Equivalence {
  return (before, after) => {
    const parsed = parse(before);
    return parsed !== undefined && parsed === parse(after);
  };
}

function host(text: string): string | undefined {
  return /^([0-9a-f.:]+)(?:\/\d+)?$/i.exec(text)?.[1]?.toLowerCase();
}

function publicKey(text: string): string | undefined {
  return /(?:^|\s)((?:ssh|ecdsa|sk)-\S+\s+\S+)/.exec(text)?.[1]?.replace(/\s+/, " ");
}

function instant(text: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

function base64(text: string): string {
  const plain = Buffer.from(text, "base64");
  return text !== "" && plain.toString("base64") === text ? text : Buffer.from(text, "utf8").toString("base64");
}

function cleanPath(text: string): string {
  const parts = text.split("/").filter((part) => part !== "" && part !== ".");
  return `/${parts.join("/")}`;
}

const equivalences = {
  locality: (before, after) => withoutLocality(before) === withoutLocality(after),
  ignoreCase: (before, after) => before.toLowerCase() === after.toLowerCase(),
  ignoreCaseAndHyphen: (before, after) =>
    before.toLowerCase().replaceAll("-", "_") === after.toLowerCase().replaceAll("-", "_"),
  duration: sameWhenParsed(seconds),
  time: sameWhenParsed(instant),
  /** A region or zone that appears or disappears is the inherited one. */
  presence: (before, after) => (before === "") !== (after === ""),
  host: sameWhenParsed(host),
  publicKey: sameWhenParsed(publicKey),
  base64: (before, after) => base64(before) === base64(after),
  path: (before, after) => cleanPath(before) === cleanPath(after),
  subnet32: (before, after) => before.replace(/\/32$/, "") === after.replace(/\/32$/, ""),
} satisfies Record<string, Equivalence>;

export type EquivalenceName = keyof typeof equivalences;

/** The differences that the provider ignores for an attribute; undefined where it ignores none or none is known. */
export function equivalenceOf({ sameAs = [] }: AttributeEntry): Equivalence | undefined {
  const known = sameAs.flatMap((name) => (isEquivalence(name) ? [equivalences[name]] : []));
  return known.length === 0 ? undefined : (before, after) => known.some((same) => same(before, after));
}

function isEquivalence(name: string): name is EquivalenceName {
  return Object.hasOwn(equivalences, name);
}
