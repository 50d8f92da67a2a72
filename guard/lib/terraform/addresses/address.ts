import { RecreationInputError } from "../errors";
import { type InstanceKey, KEY_PATTERN, keyNotation, readKey } from "./instance-key";
import { ModuleAddress } from "./module-address";

/** What kind of block declares an object: `resource`, `data` or `ephemeral`. */
export type Mode = "managed" | "data" | "ephemeral";

const OBJECT = new RegExp(String.raw`^(?:(data|ephemeral)\.)?([^.[\]"\s]+)\.([^.[\]"\s]+)(${KEY_PATTERN})?$`);
const NO_TYPES: ReadonlySet<string> = new Set(["data", "ephemeral", "module"]);

/** The addresses that there are, by module. */
const known = new WeakMap<ModuleAddress, Map<string, Address>>();

/** What an address consists of. */
export interface AddressParts {
  /** @default - the root */
  readonly module?: ModuleAddress;
  /** @default "managed" */
  readonly mode?: Mode;
  readonly type: string;
  readonly name: string;
  /** @default - none */
  readonly key?: InstanceKey;
}

/**
 * The address of a resource or data source, or of one instance of it: `module.a["x"].scaleway_vpc.main[0]`.
 *
 * There is one object for each address, so that `===`, Map and Set compare them. (`addrs.AbsResource` and
 * `addrs.AbsResourceInstance` of OpenTofu.)
 */
export class Address {
  private readonly text: string;

  private constructor(
    readonly module: ModuleAddress,
    readonly mode: Mode,
    readonly type: string,
    readonly name: string,
    readonly key: InstanceKey,
    /** The same as its module names it: `scaleway_vpc.main[0]`. */
    readonly inside: string,
  ) {
    this.text = module.join(inside);
  }

  static of({ module = ModuleAddress.root, mode = "managed", type, name, key }: AddressParts): Address {
    const inside = `${mode === "managed" ? "" : `${mode}.`}${type}.${name}${keyNotation(key)}`;
    const siblings = known.get(module) ?? new Map<string, Address>();
    known.set(module, siblings);
    const address = siblings.get(inside) ?? new Address(module, mode, type, name, key, inside);
    siblings.set(inside, address);
    return address;
  }

  /**
   * Reads Terraform's notation.
   *
   * @throws RecreationInputError when it is none.
   */
  static parse(text: string): Address {
    const address = Address.tryParse(text);
    if (address === undefined) throw new RecreationInputError(`expected an address, got ${JSON.stringify(text)}`);
    return address;
  }

  /** Reads Terraform's notation; undefined for anything else. */
  static tryParse(text: string): Address | undefined {
    const { module, inside } = ModuleAddress.split(text);
    const [, mode = "managed", type = "", name = "", key] = OBJECT.exec(inside) ?? [];
    if (type === "" || NO_TYPES.has(type)) return undefined;
    return Address.of({ module, mode: mode as Mode, type, name, key: readKey(key) });
  }

  /** All instances of the resource: the address without its key. */
  get resource(): Address {
    return this.instance(undefined);
  }

  /** What declares it, in whatever instance of its module: the address without any key, as `removed` blocks name it. */
  get declaration(): Address {
    return this.with({ module: this.module.call, key: undefined });
  }

  /** One instance of the resource. */
  instance(key: InstanceKey): Address {
    return key === this.key ? this : this.with({ key });
  }

  /** The address with other parts. */
  with({
    module = this.module,
    mode = this.mode,
    type = this.type,
    name = this.name,
    ...rest
  }: Partial<AddressParts>): Address {
    return Address.of({ module, mode, type, name, key: "key" in rest ? rest.key : this.key });
  }

  /** The same in another module: what a module names, as the root names it. */
  in(module: ModuleAddress): Address {
    return this.with({ module: module.within(this.module.steps) });
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}
