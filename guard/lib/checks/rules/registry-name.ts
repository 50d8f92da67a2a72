import { isRegistryName, REGISTRY_NAME_RULE } from "../../provider";
import type { ArgumentCheck } from "../check";

export const registryName: ArgumentCheck = {
  id: "registry-name",
  level: "error",
  title: "A registry name that Scaleway refuses",
  explanation: `The name of a registry must be ${REGISTRY_NAME_RULE}.`,
  example: {
    wrong: { scaleway_registry_namespace: { r: { name: "Bad_Name" } } },
    right: { scaleway_registry_namespace: { r: { name: "good-name" } } },
  },
  appliesTo: ["scaleway_registry_namespace"],
  refuse: (registry) => {
    const name = registry.string("name");
    if (name === undefined || isRegistryName(name)) return undefined;
    return {
      argument: "name",
      requirement: `be ${REGISTRY_NAME_RULE}`,
      fix: 'Write, for example, "acme-images".',
    };
  },
};
