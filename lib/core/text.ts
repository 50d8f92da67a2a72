import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

/** A text as Terraform will see it: the same reference is another token each time that it is read. */
export function resolvedString(scope: IConstruct, text: string | undefined): string {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return text === undefined ? "" : String(Tokenization.resolve(text, { scope, resolver, preparing: false }));
}
