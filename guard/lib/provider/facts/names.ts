const BUCKET = /^(?!.*\.\.)(?!\d+(?:\.\d+){3}$)[a-z\d][a-z\d.-]{1,61}[a-z\d]$/;
const REGISTRY = /^[a-z\d][a-z\d-]{2,52}[a-z\d]$/;

/** What a bucket's name has to be. Source: Scaleway, "Object Storage - Bucket naming", which has Amazon's rules. */
export const BUCKET_NAME_RULE =
  "3 to 63 lowercase letters, digits, hyphens and dots, beginning and ending with a letter or digit, without two dots in a row, and no IP address";

/** Whether Object Storage takes a text for the name of a bucket; the provider takes any. */
export function isBucketName(name: string): boolean {
  return BUCKET.test(name);
}

/** What a registry's name has to be. Source: Scaleway, "Container Registry", namespaces. */
export const REGISTRY_NAME_RULE =
  "4 to 54 lowercase letters, digits and hyphens, beginning and ending with a letter or digit";

/** Whether Container Registry takes a text for the name of a namespace; the provider takes any. */
export function isRegistryName(name: string): boolean {
  return REGISTRY.test(name);
}
