import type { BaselineInstance } from "../recreation";
import {
  type Address,
  blocksOf,
  isMap,
  type JsonObject,
  ModuleAddress,
  OpaqueValue,
  unmark,
  type Value,
  type ValueMap,
} from "../terraform";

/** The arguments of a resource or a block, evaluated. What only Terraform or the provider knows is undefined. */
export class Arguments {
  constructor(protected readonly values: ValueMap) {}

  /** Whether an argument is set, to whatever. */
  public has(name: string): boolean {
    const value = this.plain(name);
    return value !== null && !(Array.isArray(value) && value.length === 0);
  }

  public string(name: string): string | undefined {
    const value = this.plain(name);
    return typeof value === "string" ? value : undefined;
  }

  public number(name: string): number | undefined {
    const value = this.plain(name);
    const number = typeof value === "string" && value !== "" ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : undefined;
  }

  /** True or false where it is known; `unset` where it is left out. */
  public flag(name: string): boolean | "unset" | undefined {
    const value = this.plain(name);
    if (value === null) return "unset";
    if (value === true || value === "true") return true;
    return value === false || value === "false" ? false : undefined;
  }

  /** The texts of a list, where all are known. */
  public strings(name: string): string[] | undefined {
    const value = this.plain(name);
    if (!Array.isArray(value)) return undefined;
    const strings = value.map((each) => unmark(each)[0]);
    return strings.every((each) => typeof each === "string") ? strings : undefined;
  }

  /** The resources whose identity stands in an argument, or in its list. */
  public references(name: string): Address[] {
    const value = this.plain(name);
    const list = Array.isArray(value) ? value.map((each) => unmark(each)[0]) : [value];
    return list.flatMap((each) => (each instanceof OpaqueValue ? (each.options.identity ?? []) : []));
  }

  public blocks(name: string): Arguments[] {
    const value = this.plain(name);
    const list = Array.isArray(value) ? value : [value];
    return list.flatMap((each) => {
      const [block] = unmark(each);
      return isMap(block) ? [new Arguments(block)] : [];
    });
  }

  protected plain(name: string): Value {
    return unmark(this.values.get(name) ?? null)[0];
  }
}

/** Arguments of a resource that is not made yet. What a reference stands for is not known. */
export function argumentsOf(
  values: Iterable<readonly [name: string, value: unknown, isReference: boolean]>,
): Arguments {
  return new Arguments(
    new Map(
      [...values].map(([name, value, isReference]) => [
        name,
        isReference ? new OpaqueValue(name) : valueOf(name, value),
      ]),
    ),
  );
}

/** Of what is neither text, number nor flag, only whether it is set counts. */
function valueOf(name: string, value: unknown): Value {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  const isUnset = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  return isUnset ? null : new OpaqueValue(name);
}

/** A resource of a synthesized stack, as checks see it. */
export class CheckedResource extends Arguments {
  public readonly address: Address;
  /** Construct path, where there is one. */
  public readonly path: string | undefined;
  /** Whether it is there: it may not be one of the instances of a count that nobody can tell. */
  public readonly isCertain: boolean;

  constructor(
    { address, path, values, undetermined }: BaselineInstance,
    private readonly inherited: ReadonlyMap<string, string>,
    /** The block as it is written, for what evaluation hides: secrets. */
    public readonly body: JsonObject,
  ) {
    super(values);
    this.address = address;
    this.path = path;
    this.isCertain = undetermined === undefined;
  }

  public get type(): string {
    return this.address.type;
  }

  /** Whether its block is in a module, and is not at hand. */
  public get isInModule(): boolean {
    return this.address.module !== ModuleAddress.root;
  }

  /** Whether changes of a list are ignored, so that nothing is taken for drift. */
  public ignores(name: string): boolean {
    return blocksOf(this.body.lifecycle, "lifecycle").some(({ ignore_changes: ignored }) => {
      return [ignored].flat().some((each) => each === "all" || each === name);
    });
  }

  /** Its region: its own, else the provider's. */
  public get region(): string | undefined {
    return this.has("region") ? this.string("region") : this.inherited.get("region");
  }

  /** Its zone: its own, else the provider's. */
  public get zone(): string | undefined {
    return this.has("zone") ? this.string("zone") : this.inherited.get("zone");
  }
}
