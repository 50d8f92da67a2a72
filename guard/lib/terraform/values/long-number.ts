/** A number that no double is: Terraform's have 512 bits. */
export class LongNumber {
  /** @param text Every digit of it, as Terraform writes it. */
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}
