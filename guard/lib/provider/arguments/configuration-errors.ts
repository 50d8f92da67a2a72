import { readConfiguration, type ResourceBlock } from "../../terraform";
import { describeInvalid } from "../../text";
import { runsKnownProvider } from "../behaviour";
import type { ArgumentError } from "./argument-error";
import { argumentErrors } from "./argument-errors";
import { argumentTable } from "./known-arguments";
import { limitErrors } from "./limit-errors";

/** What the provider would refuse in a resource. */
export interface ConfigurationError {
  readonly address: string;
  /** What is wrong, and where. */
  readonly message: string;
  /** Whether the provider says so before anything is planned, or Scaleway's API once it is applied. */
  readonly refusedBy: "provider" | "api";
}

/**
 * What the provider or Scaleway's API would refuse in the Scaleway resources of a configuration. Nothing is said about a
 * stack that runs with another version of the provider than the one that the arguments were read from.
 *
 * @param folder Where Terraform runs for the configuration: its `.terraform.lock.hcl` names the version in use.
 * @throws RecreationInputError for what is no configuration
 */
export function configurationErrors(configuration: unknown, folder: string): ConfigurationError[] {
  if (!runsKnownProvider(configuration, folder)) return [];
  return [...readConfiguration(configuration).resources.values()]
    .filter(({ type }) => type.startsWith("scaleway_"))
    .flatMap(resourceErrors);
}

function resourceErrors({ address, path, type, body }: ResourceBlock): ConfigurationError[] {
  const place = path === undefined ? address : `${path} (${address})`;
  const saying =
    (refusedBy: ConfigurationError["refusedBy"]) =>
    (error: ArgumentError): ConfigurationError => ({
      address,
      message: `${place}: ${describeInvalid(error)}`,
      refusedBy,
    });
  const schema = Object.hasOwn(argumentTable.resources, type) ? argumentTable.resources[type] : undefined;
  if (schema === undefined) {
    const message = `${place}: provider ${argumentTable.version} has no resource ${type}`;
    return [{ address, message, refusedBy: "provider" }];
  }
  const errors = argumentErrors(schema, body);
  const refused = new Set(errors.map(({ property }) => property));
  const limited = limitErrors(type, body).filter(({ property }) => !refused.has(property));
  return [...errors.map(saying("provider")), ...limited.map(saying("api"))];
}
