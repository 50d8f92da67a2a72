import { terraform } from "../../differential/configurations";
import type { Planner, Refusal } from "../../differential/planner";
import { placesOf } from "../../differential/references";
import type { State } from "../../lib/engine/applied-object";
import type { JsonObject } from "../../lib/terraform/values/json";

const state: State = { version: 4, serial: 1, lineage: "fake", outputs: {}, resources: [] };

/** A configuration as edits are made on. */
export function configuration(resource: JsonObject, more: JsonObject = {}): JsonObject {
  return { terraform, provider: { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] }, resource, ...more };
}

/** What exists when a configuration is applied, with made up ids and what the configuration writes out. */
export function stateOf(configured: JsonObject): State {
  const resources = placesOf(configured).map(({ type, name, body }) => ({
    mode: "managed",
    type,
    name,
    provider: 'provider["registry.terraform.io/scaleway/scaleway"]',
    instances: [{ attributes: { ...body, id: `fr-par/${type}-${name}` } }],
  }));
  return { ...state, resources };
}

/** A planner that answers at once, and counts how often it is asked. */
export class FakePlanner implements Planner {
  asked = 0;

  constructor(
    private readonly lostIn: (configured: JsonObject, existing: State) => string[] | Refusal,
    private readonly refusal: (configured: JsonObject) => string | undefined = () => undefined,
  ) {}

  simulate(configurations: readonly JsonObject[]): Promise<(State | Refusal)[]> {
    return Promise.resolve(
      configurations.map((each) => {
        const refusal = this.refusal(each);
        return refusal === undefined ? stateOf(each) : { refusal };
      }),
    );
  }

  plan: Planner["plan"] = (parts) => {
    this.asked += 1;
    return Promise.resolve(
      parts.map((part) => {
        const lost = this.lostIn(part.configuration, part.state ?? state);
        return Array.isArray(lost) ? { lost } : lost;
      }),
    );
  };
}
