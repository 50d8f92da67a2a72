/**
 * Ranges of Instances by whether their vCPUs are shared with others. What is not here is not known, and not judged.
 *
 * Source: Scaleway, "Instances datasheet" (validated 2025-03-03); no other is known to be.
 */
const SHARED = /^(?:STARDUST1|DEV1|GP1|PLAY2|PRO2|COPARM1)-/;

/** Whether the vCPUs of a node type are shared. The provider takes `_` and any letter case, too. */
export function hasSharedCpus(nodeType: string): boolean {
  return SHARED.test(nodeType.toUpperCase().replaceAll("_", "-"));
}
