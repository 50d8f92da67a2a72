import { findRecreations, type FindRecreationsInput } from "../../lib/recreation/find";
import type { Finding } from "../../lib/recreation/rules/finding";
import { subjectName } from "../../lib/recreation/rules/subject";
import type { JsonObject } from "../../lib/terraform/values/json";

/** A Terraform JSON configuration of Scaleway resources, with a provider block as most have. */
export function configuration(resource: JsonObject, more: JsonObject = {}): JsonObject {
  return { provider: { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] }, resource, ...more };
}

/** A state that holds one object for each address, `type.name` or `type.name[key]`. */
export function state(objects: Record<string, JsonObject>, status: JsonObject = {}): object {
  const resources = Object.entries(objects).map(([address, attributes]) => {
    const [, type = "", name = "", key] = /^(\w+)\.(\w+)(?:\[(.*)\])?$/.exec(address) ?? [];
    const index: JsonObject = key === undefined ? {} : { index_key: JSON.parse(key) as string | number };
    return { mode: "managed", type, name, instances: [{ attributes, ...index, ...status }] };
  });
  return { version: 4, resources };
}

/** Findings in a form that a test reads at a glance: `will replace address attribute <- cause`. */
export function summary(findings: readonly Finding[]): string[] {
  return findings.map((finding) => {
    const { certainty, action, attribute, cause } = finding;
    return [certainty, action, subjectName(finding), attribute ?? "", cause === undefined ? "" : `<- ${cause}`]
      .join(" ")
      .trim();
  });
}

export function summaryOf(input: FindRecreationsInput): string[] {
  return summary(findRecreations(input));
}

/** The findings of one edit that changes the only resource of a configuration. */
export function summaryOfEdit(type: string, before: JsonObject, after: JsonObject, stateOf?: JsonObject): string[] {
  return summaryOf({
    before: configuration({ [type]: { it: before } }),
    after: configuration({ [type]: { it: after } }),
    ...(stateOf === undefined ? {} : { state: state({ [`${type}.it`]: stateOf }) }),
  });
}
