import { RecreationInputError } from "../errors";
import { type InstanceKey, KEY_PATTERN, keyNotation, readKey } from "./instance-key";

/** One call on the way to a module: `module.a["x"]`. */
export interface ModuleStep {
  readonly name: string;
  readonly key: InstanceKey;
}

const STEP = new RegExp(String.raw`^module\.([^.[\]"\s]+)(${KEY_PATTERN})?(?:\.|$)`);

/**
 * The address of an instance of a module: the calls on the way to it, with their keys.
 *
 * There is one object for each address, so that `===`, Map and Set compare them.
 */
export class ModuleAddress {
  /** The module that is applied. */
  static readonly root = new ModuleAddress(undefined, undefined);

  /** The calls on the way, from the root; none for the root. */
  readonly steps: readonly ModuleStep[];
  private readonly text: string;
  private readonly children = new Map<string, ModuleAddress>();

  private constructor(
    /** The module that calls it; undefined for the root. */
    readonly parent: ModuleAddress | undefined,
    step: ModuleStep | undefined,
  ) {
    this.steps = [...(parent?.steps ?? []), ...(step === undefined ? [] : [step])];
    this.text = this.steps.map(({ name, key }) => `module.${name}${keyNotation(key)}`).join(".");
  }

  /** The module at some steps from the root. */
  static of(steps: readonly ModuleStep[]): ModuleAddress {
    return ModuleAddress.root.within(steps);
  }

  /**
   * Reads Terraform's notation; what is empty is the root.
   *
   * @throws RecreationInputError when it is none.
   */
  static parse(text: string): ModuleAddress {
    const { module, inside } = ModuleAddress.split(text);
    if (inside !== "") throw new RecreationInputError(`expected the address of a module, got ${JSON.stringify(text)}`);
    return module;
  }

  /** Splits a notation into the module on its way and what is inside it, which is empty for the module itself. */
  static split(text: string): { module: ModuleAddress; inside: string } {
    let module = ModuleAddress.root;
    let inside = text;
    for (let match = STEP.exec(inside); match; match = STEP.exec(inside)) {
      module = module.child(match[1] ?? "", readKey(match[2]));
      inside = inside.slice(match[0].length);
    }
    return { module, inside };
  }

  /** An instance of a module that this one calls. */
  child(name: string, key?: InstanceKey): ModuleAddress {
    const step = `${name}${keyNotation(key)}`;
    const known = this.children.get(step);
    if (known) return known;
    const child = new ModuleAddress(this, { name, key });
    this.children.set(step, child);
    return child;
  }

  /** The module at some steps from this one. */
  within(steps: readonly ModuleStep[]): ModuleAddress {
    return steps.reduce<ModuleAddress>((module, { name, key }) => module.child(name, key), this);
  }

  /** The last call on the way; undefined for the root. */
  get step(): ModuleStep | undefined {
    return this.steps.at(-1);
  }

  /** The calls on the way without keys: `module.a.module.b` for `module.a["x"].module.b[0]`. */
  get call(): ModuleAddress {
    return ModuleAddress.of(this.steps.map(({ name }) => ({ name, key: undefined })));
  }

  /** This module and those on the way to it, but for the root, the outermost first. */
  get lineage(): ModuleAddress[] {
    return this.parent === undefined ? [] : [...this.parent.lineage, this];
  }

  /** Whether it is another module, or lies inside it. */
  isInside(other: ModuleAddress): boolean {
    return other === ModuleAddress.root || this.lineage.includes(other);
  }

  /** What is inside the module, in Terraform's notation; the module itself where that is empty. */
  join(inside: string): string {
    return [this.text, inside].filter((part) => part !== "").join(".");
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}
