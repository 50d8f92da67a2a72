import { Token } from "cdktf";
import type { IConstruct } from "constructs";
import { newestRelease } from "kapsule-guard/provider";

import { InvalidPropertyError } from "../core";

const UUID = "11111111-1111-1111-1111-111111111111";
const REGIONAL = `fr-par/${UUID}`;
const ZONAL = `fr-par-1/${UUID}`;

/** Parts of ids by what stands for them in an example. */
const PARTS: readonly (readonly [example: string, pattern: string])[] = [
  [UUID, "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"],
  ["fr-par-1", "[a-z]{2}-[a-z]{3}-\\d+"],
  ["fr-par", "[a-z]{2}-[a-z]{3}"],
  ["SCWXXXXXXXXXXXXXXXXX", "SCW[A-Z0-9]{17}"],
  ["name", "[^/\\s]+"],
  ["1", "\\d+"],
];

/** Examples for the types whose ids are not told by their arguments. Source: "Import" in the provider's pages of resources. */
const EXAMPLES: Readonly<Record<string, string>> = {
  cockpit_grafana_user: `${UUID}/1`,
  domain_record: `name/${UUID}`,
  domain_zone: "name",
  iam_api_key: "SCWXXXXXXXXXXXXXXXXX",
  instance_private_nic: `${ZONAL}/${UUID}`,
  instance_security_group_rules: ZONAL,
  k8s_pool: REGIONAL,
  lb_acl: ZONAL,
  lb_backend: ZONAL,
  lb_certificate: ZONAL,
  lb_frontend: ZONAL,
  lb_private_network: `${ZONAL}/${UUID}`,
  lb_route: ZONAL,
  mongodb_user: `${REGIONAL}/name`,
  object_bucket: "fr-par/name",
  object_bucket_acl: "fr-par/name/name",
  object_bucket_lock_configuration: "fr-par/name",
  object_bucket_policy: "fr-par/name",
  object_bucket_server_side_encryption_configuration: "fr-par/name",
  object_bucket_website_configuration: "fr-par/name",
  rdb_database: `${REGIONAL}/name`,
  rdb_privilege: `${REGIONAL}/name/name`,
  rdb_user: `${REGIONAL}/name`,
  s2s_vpn_gateway: REGIONAL,
  secret_version: `${REGIONAL}/1`,
  vpc_private_network: REGIONAL,
};

/** Products whose ids have forms of their own, of which only the provider knows whether one is right. */
const OTHER_FORMS =
  /^(?:annotations|datawarehouse|domain_registration|edge_services_plan|iam_group_membership|mnq|object$|instance_user_data|iam_s)/;

/**
 * Refuses an id by which the provider cannot import a resource of a type. What is known only when Terraform runs passes.
 *
 * @throws InvalidPropertyError
 */
export function checkImportId(scope: IConstruct, type: string, id: unknown): void {
  if (typeof id === "string" && Token.isUnresolved(id)) return;
  const example = exampleOf(type);
  const fits = typeof id === "string" && (example === undefined ? id.trim() !== "" : patternOf(example).test(id));
  if (fits) return;
  throw new InvalidPropertyError(scope, {
    property: "importId",
    value: id,
    requirement: `be an id by which ${type} is imported${example === undefined ? "" : `, such as ${example}`}`,
    suggestion: "Copy it from the console, or from the state that has the resource.",
  });
}

/** An id that a type can be imported by; undefined where only the provider knows the form. */
export function exampleOf(type: string): string | undefined {
  const name = type.replace(/^scaleway_/, "");
  if (Object.hasOwn(EXAMPLES, name)) return EXAMPLES[name];
  const known = newestRelease.argumentsOf(type)?.arguments;
  if (known === undefined || OTHER_FORMS.test(name)) return undefined;
  if (Object.hasOwn(known, "zone")) return ZONAL;
  return Object.hasOwn(known, "region") ? REGIONAL : UUID;
}

function patternOf(example: string): RegExp {
  const parts = example.split("/").map((part) => PARTS.find(([each]) => each === part)?.[1] ?? part);
  return new RegExp(`^${parts.join("/")}$`);
}
