import type { Plannable } from "../stack-configuration";
import type { ResourceLike } from "./address";
import { toBeCreatedBefore, toDependOn } from "./order";
import { toChangeNothing, toRecreateNothingComparedTo, toReplaceNothing } from "./recreation";
import { type ResourceType, toHaveResourceWith } from "./resources";

/** The matchers of this library, for `expect.extend`; a Jest suite has them by `cdktf-scaleway-kapsule/testing/jest`. */
export const matchers = {
  toBeCreatedBefore,
  toChangeNothing,
  toDependOn,
  toHaveResourceWith,
  toRecreateNothingComparedTo,
  toReplaceNothing,
};

/** The types of the matchers. */
export interface KapsuleMatchers<R> {
  /** A resource waits for another one, directly or through others, by references or by `depends_on`. */
  toDependOn(other: ResourceLike): R;
  /** Another resource waits for this one. */
  toBeCreatedBefore(other: ResourceLike): R;
  /** A stack, or a configuration, has a resource of a type with at least these attributes, named as in Terraform. */
  toHaveResourceWith(type: ResourceType, attributes?: object): R;
  /** The guard finds nothing that applying a stack over an earlier one destroys or creates again. */
  toRecreateNothingComparedTo(before: Plannable): R;
  /** A plan replaces and destroys nothing. */
  toReplaceNothing(): R;
  /** A plan changes nothing at all. */
  toChangeNothing(): R;
}
