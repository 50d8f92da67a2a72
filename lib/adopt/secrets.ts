import { type Attribute, newestRelease } from "kapsule-guard/provider";
import { type Address, AttributePath, Digest, isMap, unmark, type Value, type ValueMap } from "kapsule-guard/terraform";
import { hasCredentials } from "kapsule-guard/text";

/** Paths of what a configuration marks as secret, without indices, as those of a state. */
export function markedIn(values: ValueMap): AttributePath[] {
  const visit = (value: Value, path: AttributePath): AttributePath[] => {
    const [plain, marks] = unmark(value);
    if (plain instanceof Digest || marks?.sensitive === true) return [path];
    if (Array.isArray(plain)) return plain.flatMap((item) => visit(item, path));
    return isMap(plain) ? [...plain].flatMap(([name, part]) => visit(part, path.child(name))) : [];
  };
  return [...new Set([...values].flatMap(([name, value]) => visit(value, AttributePath.of(name))))];
}

/** Of an argument that is marked in part, the rest counts as well, and a short word is in many an id. */
const SHORTEST_SECRET = 4;

/** What says which values of a resource are secrets. */
interface Marked {
  readonly address: Address;
  readonly values: ValueMap;
  readonly secrets: ReadonlySet<AttributePath>;
}

/** Whether a text has one in it that is a secret of a resource: an id may be made of a name. */
export function holdsSecretOf({ address: { type }, values, secrets }: Marked, text: string): boolean {
  const marked = [...secrets].map(({ root }) => root);
  const roots = [...values.keys()].filter(
    (name) => marked.includes(name) || newestRelease.behaviourOf(type).attribute(name).sensitive === true,
  );
  const strings = roots.flatMap((name) => stringsIn(values.get(name) ?? null));
  return strings.some((secret) => secret.length >= SHORTEST_SECRET && text.includes(secret));
}

function stringsIn(value: Value): string[] {
  const [plain] = unmark(value);
  if (typeof plain === "string") return plain === "" ? [] : [plain];
  if (Array.isArray(plain)) return plain.flatMap(stringsIn);
  return isMap(plain) ? [...plain.values()].flatMap(stringsIn) : [];
}

/** What the provider's schema or the state says is a secret. Of a block with one inside, the rest is none. */
export function isSecret(
  { secrets }: Pick<Marked, "secrets">,
  { path, sensitive }: Attribute,
  isOfBlocks: boolean,
): boolean {
  if (sensitive === true) return true;
  return [...secrets]
    .map(String)
    .some(
      (secret) => path.startsWith(`${secret}.`) || (!isOfBlocks && (secret === path || secret.startsWith(`${path}.`))),
    );
}

/** Whether a URL in a value has a password in it. Of a block, only its own arguments are asked for. */
export function holdsCredentials(value: Value): boolean {
  const [plain] = unmark(value);
  if (typeof plain === "string") return hasCredentials(plain);
  if (Array.isArray(plain)) return plain.some((item) => !isMap(unmark(item)[0]) && holdsCredentials(item));
  return false;
}
