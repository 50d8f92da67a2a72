import { objectAt } from "../lib/engine";
import { Address, isJsonObject, type JsonObject } from "../lib/terraform";
import { probeOf } from "./site-probes";
import { textOf } from "./text-of";

/** Where a resource is. */
interface Site {
  readonly address: string;
  readonly type: string;
  readonly region: string;
  readonly zone: string;
}

/** What a plan says of the text that it is a plan of: which provider block a resource has, and where it is. */
export class PlannedConfiguration {
  private readonly root: JsonObject;
  private readonly providers: JsonObject;
  private readonly probed: ReadonlyMap<string, JsonObject>;

  constructor(plan: JsonObject) {
    const configuration = objectAt(plan, "configuration");
    this.providers = objectAt(configuration, "provider_config");
    this.root = objectAt(configuration, "root_module");
    const changes = Array.isArray(plan.resource_changes) ? plan.resource_changes.filter(isJsonObject) : [];
    const inputs = changes.map((change) => objectAt(objectAt(objectAt(change, "change"), "after"), "input"));
    this.probed = new Map(changes.map(({ address }, index) => [textOf(address), inputs[index] ?? {}]));
  }

  /** The address of a resource's provider block, as a state writes it. */
  providerOf(address: string, fullName: string): string {
    const block = this.blockOf(address);
    // A module that has no block of its own takes that of the root, which needs none to be there.
    const isWritten = block.expressions !== undefined || block.alias !== undefined;
    const module = isWritten && typeof block.module_address === "string" ? `${block.module_address}.` : "";
    const alias = typeof block.alias === "string" ? `.${block.alias}` : "";
    return `${module}provider["${fullName}"]${alias}`;
  }

  /** The region and zone that a resource has, or inherits from its provider block. */
  siteOf(address: string, type: string, after: JsonObject): Site {
    const { module, type: kind, name, key } = Address.parse(address);
    const probe = Address.of({ module, type: "terraform_data", name: probeOf(`${kind}.${name}`), key });
    const own = this.probed.get(probe.toString());
    const inherited = this.probed.get(this.probeOfBlock(address));
    const written = (name: string): string | undefined =>
      [after[name], own?.[name], inherited?.[name]].find(
        (text): text is string => typeof text === "string" && text !== "",
      );
    const zone = written("zone");
    const region = written("region") ?? zone?.replace(/-\d+$/, "") ?? "fr-par";
    return { address, type, region, zone: zone ?? `${region}-1` };
  }

  private probeOfBlock(address: string): string {
    const { name, alias, module_address: module } = this.blockOf(address);
    const block = [name, alias].filter((part) => typeof part === "string").join(".");
    return `${typeof module === "string" ? `${module}.` : ""}terraform_data.${probeOf(block)}`;
  }

  private blockOf(address: string): JsonObject {
    const { module: place, resource } = Address.parse(address);
    const module = place.steps.reduce<JsonObject>(
      (outside, { name }) => objectAt(objectAt(objectAt(outside, "module_calls"), name), "module"),
      this.root,
    );
    const { resources = [] } = module;
    const found = Array.isArray(resources) ? resources.filter(isJsonObject) : [];
    const { provider_config_key: key = "" } = found.find((each) => each.address === resource.inside) ?? {};
    return objectAt(this.providers, textOf(key));
  }
}
