import { Input } from "./argument-value";
import type { ImportedResource } from "./imported-resource";
import { settingOfKey } from "./provider-settings";

/** A required input. */
interface RequiredInput {
  /** Terraform's type. */
  readonly type: string;
  readonly sensitive: boolean;
  readonly description: string;
}

/** A required input at one location of one resource. */
interface RequiredInputAt extends Omit<RequiredInput, "description"> {
  /** Where in the resource it is, with the indices of blocks. */
  readonly place: string;
}

/** The input for a place. @param key Of the opaque value that the old configuration has there. @default - nothing is known of it */
export function inputFor(
  importedResource: ImportedResource,
  { place, type, sensitive }: RequiredInputAt,
  key?: string,
): Input {
  const description = `${place.replace(/\[0\]/g, "")} of ${importedResource.address}${sensitive ? ", as it is now" : ""}`;
  const shared = inputOfKey(key ?? importedResource.variables.get(place) ?? "", { type, sensitive, description });
  if (shared !== undefined) return shared;
  const names = [...importedResource.names.map(({ text }) => text), place];
  return new Input(`${importedResource.address} ${place}`, variableName(names), type, sensitive, description);
}

/** The input for a variable of the old configuration, or for a provider's setting; undefined for any other key. */
export function inputOfKey(key: string, { type, sensitive, description }: RequiredInput): Input | undefined {
  const setting = settingOfKey(key);
  if (setting !== undefined) {
    const { provider, name } = setting;
    const parts = provider.split(".").filter((part) => part !== "module" && part !== "scaleway");
    return new Input(key, variableName([...parts, name]), type, sensitive, `${name} of provider ${provider}`);
  }
  const [, variable] = /^var\.(\w+)$/.exec(key) ?? [];
  return variable === undefined ? undefined : new Input(key, variable, type, sensitive, description);
}

/** As HCL names variables, so that a shell can export them. */
function variableName(parts: readonly string[]): string {
  const name = parts.join("_").replace(/[^A-Za-z0-9]+/g, "_");
  return name.replace(/_0_/g, "_").replace(/_$/, "");
}
