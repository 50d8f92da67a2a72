import type { TerraformResource } from "cdktf";

import { RecreationGuard } from "./recreation-guard";

/**
 * Has the next apply import a construct's resource, where its properties name one that exists.
 *
 * @throws InvalidPropertyError for an id by which the provider imports nothing of the type
 */
export function importAs(resource: TerraformResource, importId: string | undefined): void {
  if (importId !== undefined) RecreationGuard.of(resource).imported(resource, importId);
}
