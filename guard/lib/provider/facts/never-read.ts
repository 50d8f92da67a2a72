/**
 * Optional and computed arguments that the provider neither chooses nor reads back (its source, 2.81.0): where nobody sets them they are
 * null in every state.
 */
const NEVER_READ: Readonly<Record<string, readonly string[]>> = {
  scaleway_object_bucket_lock_configuration: ["region"],
  scaleway_object_bucket_website_configuration: ["region"],
};

/** @param path In Terraform's notation. */
export function isNeverRead(type: string, path: string): boolean {
  return Object.hasOwn(NEVER_READ, type) && NEVER_READ[type]?.includes(path) === true;
}
