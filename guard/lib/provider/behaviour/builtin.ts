import type { ResourceEntry } from "../tables";

const terraformData: ResourceEntry = {
  framework: true,
  attributes: {
    id: { type: "string", computed: true },
    input: { type: "dynamic" },
    output: { type: "dynamic", computed: true, recomputed: ["input"] },
    triggers_replace: { type: "dynamic", forceNew: true },
  },
};

const nullResource: ResourceEntry = {
  framework: true,
  attributes: {
    id: { type: "string", computed: true },
    triggers: { type: "map(string)", forceNew: true },
  },
};

/** Whether a type of another provider takes settings only, whose values are no secrets unless they are marked so. */
export function takesSettingsOnly(type: string): boolean {
  return /^(?:random|time|tls)_/.test(type);
}

/** Resources of other providers that configurations use to carry values, as far as that takes. */
export function builtin(type: string): ResourceEntry | undefined {
  if (type === "terraform_data") return terraformData;
  return type === "null_resource" ? nullResource : undefined;
}
