import { PERMISSION_SETS } from "../../provider";
import { mostSimilar } from "../../text";
import type { PlatformCheck } from "../check";
import { policy } from "../examples";

/** Letters that a typo may change. */
const MAX_EDIT_DISTANCE = 3;

export const permissionSet: PlatformCheck = {
  id: "permission-set",
  level: "warning",
  title: "A permission set that is misspelt",
  explanation:
    "The provider accepts any name. The API refuses names that do not exist. If an unknown name is similar to one of Scaleway's " +
    "documented names, the check treats it as a typo. The check ignores other unknown names, because they may belong to a beta product.",
  example: {
    wrong: policy({ permission_set_names: ["KubernetesFulAccess"] }),
    right: policy({ permission_set_names: ["ABetaProductFullAccess"] }),
  },
  appliesTo: ["scaleway_iam_policy"],
  judge: (resource) =>
    resource
      .blocks("rule")
      .flatMap((rule) => rule.strings("permission_set_names") ?? [])
      .flatMap((name) => {
        const meant = nearly(name);
        return meant === undefined
          ? []
          : [{ message: `grants ${name}, which there is not`, fix: `Did you mean ${meant}?` }];
      }),
};

function nearly(name: string): string | undefined {
  const known: readonly string[] = PERMISSION_SETS;
  if (known.includes(name)) return undefined;
  return mostSimilar(name, known, MAX_EDIT_DISTANCE);
}
