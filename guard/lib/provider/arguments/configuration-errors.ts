import { type Address, compareVersions, readConfiguration, type ResourceBlock } from "../../terraform";
import { describeInvalid } from "../../text";
import type { ProviderRelease, ReleaseInUse } from "../releases";
import type { ArgumentError } from "./argument-error";
import { argumentErrors } from "./argument-errors";
import { limitErrors } from "./limit-errors";

/** What the provider would refuse in a resource. */
export interface ConfigurationError {
  readonly address: Address;
  /** Path of the resource's construct, where the configuration has it. */
  readonly path?: string | undefined;
  /** The argument, by names from the resource down with dots; undefined where it is about the whole resource. */
  readonly property?: string;
  /** What is wrong, and where. */
  readonly message: string;
  /** Whether the provider says so before anything is planned, or Scaleway's API once it is applied. */
  readonly refusedBy: "provider" | "api";
}

/**
 * What the provider or Scaleway's API would refuse in the Scaleway resources of a configuration. Nothing is said about a
 * stack that runs with a release of the provider whose arguments are not known.
 *
 * @param inUse The release that the configuration runs with.
 * @throws RecreationInputError for what is no configuration
 */
export function configurationErrors(configuration: unknown, { version, release }: ReleaseInUse): ConfigurationError[] {
  if (compareVersions(version, release.version) !== 0) return [];
  return [...readConfiguration(configuration).resources.values()]
    .filter(({ address }) => address.type.startsWith("scaleway_"))
    .flatMap((block) => resourceErrors(release, block));
}

function resourceErrors(release: ProviderRelease, { address, path, body }: ResourceBlock): ConfigurationError[] {
  const { type } = address;
  const place = path === undefined ? address.toString() : `${path} (${address})`;
  const saying =
    (refusedBy: ConfigurationError["refusedBy"]) =>
    (error: ArgumentError): ConfigurationError => ({
      address,
      path,
      property: error.property,
      message: `${place}: ${describeInvalid(error)}`,
      refusedBy,
    });
  const schema = release.argumentsOf(type);
  if (schema === undefined) {
    const message = `${place}: provider ${release.version} has no resource ${type}`;
    return [{ address, path, message, refusedBy: "provider" }];
  }
  const errors = argumentErrors(schema, body);
  const refused = new Set(errors.map(({ property }) => property));
  const limited = limitErrors(release, type, body).filter(({ property }) => !refused.has(property));
  return [...errors.map(saying("provider")), ...limited.map(saying("api"))];
}
