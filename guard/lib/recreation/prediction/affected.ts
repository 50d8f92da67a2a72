import { isScalewayResource } from "../../provider";
import { Address, type Cause, DependencyGraph, keyNotation, nameOfPath } from "../../terraform";
import type { ObjectPrediction, Prediction } from "./prediction";

/** What an apply does with one resource, as a drawing of a change shows it. */
export interface AffectedResource {
  readonly address: Address;
  /** Construct path within the stack, else the name in the configuration. */
  readonly name: string;
  readonly action: "create" | "update" | "replace" | "destroy" | "forget";
  /** Whether it is certain, as far as the files tell. */
  readonly isCertain: boolean;
  /** What of it changes that cannot change in place. */
  readonly attributes: readonly string[];
  /** What it follows from, each by the attribute that refers to it. */
  readonly causes: readonly { readonly address: Cause; readonly attribute?: string }[];
  /** Resources that it refers to, before or after. */
  readonly dependencies: readonly Dependency[];
}

/** A resource that another one refers to, by its address and, where it is the same for all instances, without a key. */
interface Dependency {
  readonly address: Address;
  readonly name: string;
}

/** The resources that a resource refers to. */
export type DependenciesOf = (address: Address) => readonly Dependency[];

/** All that an apply changes, with what it hangs on. */
export function affectedBy(prediction: Prediction, dependenciesOf: DependenciesOf): AffectedResource[] {
  const about = (address: Address, path: string | undefined) => ({
    address,
    name: nameOf(address, path),
    dependencies: dependenciesOf(address),
  });
  const objects = prediction.objects.flatMap((object): AffectedResource[] => {
    const change = changeOf(object);
    return change === undefined ? [] : [{ ...about(object.address, object.path), ...change }];
  });
  const gone = prediction.deletions.map(({ address, path, action, because }): AffectedResource => ({
    ...about(address, path),
    action,
    isCertain: because === undefined,
    attributes: [],
    causes: [],
  }));
  return [...objects, ...gone];
}

function changeOf({
  action,
  replacements,
}: ObjectPrediction): Pick<AffectedResource, "action" | "isCertain" | "attributes" | "causes"> | undefined {
  if (replacements.length > 0) {
    const causes = replacements.flatMap(({ cause: address, path: attribute }) =>
      address === undefined
        ? []
        : [{ address, ...(attribute === undefined ? {} : { attribute: attribute.toString() }) }],
    );
    const own = replacements.filter(({ cause }) => cause === undefined).flatMap(({ path }) => path?.toString() ?? []);
    const isCertain = replacements.some(({ because }) => because === undefined);
    return { action: "replace", isCertain, attributes: [...new Set(own)], causes };
  }
  return action === "none" ? undefined : { action, isCertain: true, attributes: [], causes: [] };
}

/** The path without the stack's own part and the name that constructs give to their resource; without a path, the address. */
export function nameOf(address: Address, path?: string): string {
  const named = path === undefined ? "" : nameOfPath(path);
  if (named !== "") return named;
  const steps = [...address.module.steps, address];
  return steps.map(({ name, key }) => `${name}${keyNotation(key)}`).join(".");
}

/**
 * What resources refer to in some configurations, as far as they are in the root module.
 *
 * @param configurations What is deployed, and what is to be; a lock has no references.
 */
export function dependenciesIn(configurations: readonly unknown[]): DependenciesOf {
  // Most changes lose nothing, and no graph is asked for.
  let graphs: readonly (readonly [graph: DependencyGraph, addresses: ReadonlySet<string>])[] | undefined;
  return ({ resource }) => {
    graphs ??= configurations.filter(isConfiguration).map((configuration) => {
      const graph = DependencyGraph.of(configuration);
      return [graph, new Set(graph.addresses)] as const;
    });
    const found = graphs.flatMap(([graph, addresses]) => {
      const name = resource.toString();
      return addresses.has(name) ? graph.dependenciesOf(name).map((each) => graph.nodeAt(each)) : [];
    });
    const ours = found.filter(({ type }) => isScalewayResource(type));
    const named = ours.map(({ address, name }) => ({ address: Address.parse(address), name }));
    return [...new Map(named.map((each) => [each.address, each])).values()];
  };
}

function isConfiguration(given: unknown): given is object {
  return typeof given === "object" && given !== null && !Array.isArray(given) && !("lockVersion" in given);
}
