import type { Address } from "kapsule-guard/terraform";

/** An attribute of another resource that is adopted. */
export class Reference {
  /**
   * @param address The other resource's, as it is before the adoption.
   * @param value What the attribute is, where that is known.
   */
  constructor(
    public readonly address: Address,
    public readonly attribute: string,
    public readonly value?: string,
  ) {}
}

/** A value that whoever applies has to give: a secret, or what only the old configuration knows. */
export class Input {
  /**
   * @param key What it is the value of: one variable of the old configuration, or one place of one resource. Two inputs of one
   * key are one variable, and no others are.
   * @param name What the variable would be called.
   * @param type Terraform's type.
   */
  constructor(
    public readonly key: string,
    public readonly name: string,
    public readonly type: string,
    public readonly sensitive: boolean,
    public readonly description: string,
  ) {}
}

/** A value of an argument, as it is written into the new configuration. */
export type ArgumentValue = boolean | number | string | ArgumentValue[] | ArgumentObject | Reference | Input;
export interface ArgumentObject {
  readonly [key: string]: ArgumentValue;
}

export function isArgumentObject(value: ArgumentValue | undefined): value is ArgumentObject {
  return (
    typeof value === "object" && !Array.isArray(value) && !(value instanceof Reference) && !(value instanceof Input)
  );
}
