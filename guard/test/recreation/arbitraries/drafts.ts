import fc from "fast-check";

import { generatedWhenUnset } from "../../../lib/provider/behaviour/side-effects";
import { newestRelease } from "../../../lib/provider/releases/provider-release";
import type { Json, JsonObject } from "../../../lib/terraform/values/json";
import { all, bodyOf, type Declared, type Entry, idOf, type Location, plainName, render, type Repeats } from "./values";

/** Whether and how a resource repeats. */
interface Repetition {
  readonly repeats: Repeats;
  readonly meta: (place: Location) => JsonObject;
}

/** One resource or data source, with what edits make of it. */
export interface Block {
  readonly mode: "resource" | "data";
  readonly type: string;
  readonly name: string;
  readonly entries: readonly Entry[];
  /** Set by an edit. */
  readonly spare: readonly Entry[];
  readonly repetition: Repetition;
  readonly otherRepetition: Repetition;
  readonly lifecycle: Lifecycle;
  readonly otherLifecycle: Lifecycle;
  readonly dependsOn: number | undefined;
  readonly aliased: boolean;
  readonly gone: boolean;
}

interface Lifecycle {
  readonly prevent_destroy?: boolean;
  readonly create_before_destroy?: boolean;
  /** Which of the entries. */
  readonly ignored?: "all" | readonly number[];
  /** Which of the resources above. */
  readonly triggers?: readonly number[];
}

/** What resources take their values from. */
interface Settings {
  readonly text: string;
  readonly words: string[];
  readonly labels: Record<string, string>;
  readonly size: number;
  readonly flag: boolean;
  readonly region: string;
}

/** A configuration before it is written, with what edits may make of it. */
export interface Draft {
  readonly settings: Settings;
  readonly otherSettings: Settings;
  readonly blocks: readonly Block[];
  /** Added by an edit. */
  readonly spare: Block | undefined;
  /** Whether a module is called that nobody reads. */
  readonly module: boolean;
  readonly sections: JsonObject;
}

const plainly = (repeats: Repeats, meta: JsonObject): Repetition => ({ repeats, meta: () => meta });
const once = plainly("no", {});

const overAnother = fc.nat(20).map((which): Repetition => {
  return {
    repeats: "for_each",
    meta: ({ above }) => {
      const target = above[which % above.length];
      if (target === undefined) return { for_each: "${toset([])}" };
      const isMap = target.repeats === "keyed" || target.repeats === "for_each";
      return { for_each: isMap ? `\${${target.address}}` : `\${toset(${target.address}[*].id)}` };
    },
  };
});

const asManyAsAnother = fc.nat(20).map((which): Repetition => {
  return {
    repeats: "count",
    meta: ({ above }) => {
      const target = above[which % above.length];
      return { count: target === undefined ? 0 : `\${length(${all(target)}[*].id)}` };
    },
  };
});

const repetition: fc.Arbitrary<Repetition> = fc.oneof(
  { weight: 16, arbitrary: fc.constant(once) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      plainly("first", { count: 1 }),
      plainly("first", { count: 2 }),
      plainly("first", { count: "2" }),
      plainly("count", { count: 0 }),
      plainly("first", { count: "${length(local.words)}" }),
      plainly("count", { count: "${local.size}" }),
      plainly("count", { count: "${local.flag ? 1 : 0}" }),
      plainly("count", { count: "${var.unset_size}" }),
      plainly("keyed", { for_each: { x: "main", y: "other" } }),
      plainly("keyed", { for_each: '${toset(["x", "y"])}' }),
      plainly("for_each", { for_each: "${toset(local.words)}" }),
      plainly("for_each", { for_each: "${local.labels}" }),
      plainly("for_each", { for_each: "${var.unset_words}" }),
    ),
  },
  { weight: 1, arbitrary: overAnother },
  { weight: 1, arbitrary: asManyAsAnother },
);

const lifecycle: fc.Arbitrary<Lifecycle> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        prevent_destroy: fc.boolean(),
        create_before_destroy: fc.boolean(),
        ignored: fc.oneof(fc.constant("all" as const), fc.array(fc.nat(20), { maxLength: 2 })),
        triggers: fc.array(fc.nat(20), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
  },
);

const settings: fc.Arbitrary<Settings> = fc.record({
  text: fc.constantFrom("one", "two", "fr-par"),
  words: fc.uniqueArray(fc.constantFrom("x", "y", "__proto__", "z"), { minLength: 1, maxLength: 3 }),
  labels: fc.dictionary(fc.constantFrom("tier", "x", "__proto__", "a.b"), fc.constantFrom("web", "db"), { maxKeys: 3 }),
  size: fc.nat(2),
  flag: fc.boolean(),
  region: fc.constantFrom("fr-par", "fr-par", "nl-ams"),
});

const types = newestRelease.types();
/** Types that the library composes come more often, so that several resources are of one type. */
const composed = [
  "scaleway_vpc",
  "scaleway_vpc_private_network",
  "scaleway_k8s_cluster",
  "scaleway_k8s_pool",
  "scaleway_instance_security_group",
  "scaleway_rdb_instance",
];
/** Resources of other providers carry values, and replace others. */
const carriers = ["terraform_data", "null_resource"];

function blockOf(mode: Block["mode"], type: string, name: fc.Arbitrary<string>): fc.Arbitrary<Block> {
  const required = mode === "data" ? [] : generatedWhenUnset(type);
  const attributes = [...newestRelease.behaviourOf(type).attributes.values()].filter(
    (each) => !required.includes(each.name),
  );
  return fc
    .record({
      mode: fc.constant(mode),
      type: fc.constant(type),
      name,
      entries: fc
        .tuple(fc.tuple(...required.map((each) => plainName(each))), bodyOf(attributes, 1, 5))
        .map((parts) => parts.flat()),
      spare: bodyOf(attributes, 1, 1),
      repetition,
      otherRepetition: repetition,
      lifecycle: mode === "data" ? fc.constant({}) : lifecycle,
      otherLifecycle: mode === "data" ? fc.constant({}) : lifecycle,
      dependsOn: fc.option(fc.nat(20), { freq: 6, nil: undefined }),
      aliased: fc.nat(9).map((one) => one === 9),
      gone: fc.constant(false),
    })
    .map((block) => ({
      ...block,
      spare: block.spare.filter(({ name: extra }) => !block.entries.some((entry) => entry.name === extra)),
    }));
}

function anyBlock(name: fc.Arbitrary<string>): fc.Arbitrary<Block> {
  const resourcesOf = (types: readonly string[]) => fc.oneof(...types.map((type) => blockOf("resource", type, name)));
  return fc.oneof(
    { weight: 5, arbitrary: resourcesOf(composed) },
    { weight: 5, arbitrary: resourcesOf(types) },
    { weight: 1, arbitrary: resourcesOf(carriers) },
    { weight: 1, arbitrary: fc.oneof(...composed.map((type) => blockOf("data", type, name))) },
  );
}

export const drafts: fc.Arbitrary<Draft> = fc.record({
  settings,
  otherSettings: settings,
  blocks: fc.uniqueArray(anyBlock(fc.constantFrom("a", "b", "c", "__proto__", "constructor")), {
    selector: ({ mode, type, name }) => `${mode}.${type}.${name}`,
    minLength: 1,
    maxLength: 6,
  }),
  spare: anyBlock(fc.constant("spare")),
  module: fc.nat(7).map((one) => one === 7),
  sections: fc.constant({}),
});

export function addressOf({ mode, type, name }: Block): string {
  return `${mode === "data" ? "data." : ""}${type}.${name}`;
}

function declared(block: Block): Declared | undefined {
  if (block.gone) return undefined;
  return { address: addressOf(block), type: block.type, repeats: block.repetition.repeats };
}

/** Addresses of some of the blocks above, without data sources where Terraform takes none. */
function chosen(above: Location["above"], picks: readonly number[], data: boolean): string[] {
  const addresses = picks.flatMap((pick) => above[pick % above.length]?.address ?? []);
  return [...new Set(addresses)].filter((address) => data || !address.startsWith("data."));
}

function lifecycleJson(
  { ignored, triggers, ...flags }: Lifecycle,
  entries: readonly Entry[],
  place: Location,
): JsonObject {
  const ignorable = entries.map(({ name }, index) => (index % 4 === 3 ? `${name}[0]` : name));
  return {
    ...flags,
    ...(ignored === undefined
      ? {}
      : {
          ignore_changes:
            ignored === "all"
              ? "all"
              : [...new Set(ignored.flatMap((pick) => ignorable[pick % ignorable.length] ?? []))],
        }),
    ...(triggers === undefined ? {} : { replace_triggered_by: chosen(place.above, triggers, false) }),
  };
}

/**
 * Where a count is not known, no value has the index in it: the library takes a resource that says so for one that may
 * change, although nothing changed.
 */
function keyOf(repeats: Repeats): string | undefined {
  if (repeats === "no" || repeats === "count") return undefined;
  return repeats === "first" ? "count.index" : "each.key";
}

function bodyJson(block: Block, above: Location["above"], module: boolean): JsonObject {
  const outside: Location = { above, key: undefined, module };
  const { repeats, meta } = block.repetition;
  const key = keyOf(repeats);
  const lifecycleOf = lifecycleJson(block.lifecycle, block.entries, outside);
  const dependsOn = block.dependsOn === undefined ? [] : chosen(above, [block.dependsOn], true);
  return {
    ...meta(outside),
    ...render(block.entries, { ...outside, key }),
    ...(Object.keys(lifecycleOf).length === 0 ? {} : { lifecycle: lifecycleOf }),
    ...(dependsOn.length === 0 ? {} : { depends_on: dependsOn }),
    ...(block.aliased && block.type.startsWith("scaleway_") ? { provider: "scaleway.other" } : {}),
  };
}

/** The configuration that a draft stands for. */
export function json({ settings: { region, ...rest }, blocks, module, sections }: Draft): JsonObject {
  const above = blocks.map(declared);
  const bodies: Record<Block["mode"], Map<string, Map<string, Json>>> = { resource: new Map(), data: new Map() };
  blocks.forEach((block, index) => {
    if (block.gone) return;
    const { mode, type, name } = block;
    const named = bodies[mode].get(type) ?? new Map<string, Json>();
    bodies[mode].set(type, named.set(name, bodyJson(block, above.slice(0, index), module)));
  });
  const section = (mode: Block["mode"]): JsonObject =>
    Object.fromEntries([...bodies[mode]].map(([type, named]) => [type, Object.fromEntries(named)]));
  const [first] = above;
  return {
    provider: {
      scaleway: [
        { region, zone: `${region}-1` },
        { alias: "other", region: "pl-waw" },
      ],
    },
    locals: {
      ...rest,
      derived: "${upper(local.text)}",
      first: first === undefined ? "gone" : `\${${idOf(first)}}`,
    },
    variable: {
      text: { default: rest.text },
      size: { default: rest.size },
      secret: { default: `secret ${rest.text}`, sensitive: true },
      unset: {},
      unset_size: {},
      unset_words: {},
    },
    ...(module ? { module: { far: { source: "example/far/scaleway", input: "${local.text}" } } } : {}),
    resource: section("resource"),
    data: section("data"),
    ...sections,
  };
}
