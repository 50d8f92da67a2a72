import { FORKS, ISOLATIONS, PACKAGE_MANAGERS, type ProjectRequest, UsageError } from "kapsule-guard/cli";

import { DEFAULTS, problemWith } from "./choices";

/** Asks on the terminal for what a request leaves open. @throws UsageError where the answer is to leave */
export async function asked(request: ProjectRequest): Promise<ProjectRequest> {
  // It is an ES module, and no other command has a use for it.
  const { group, intro, select, text } = await import("@clack/prompts");
  intro("A new Kapsule platform");
  const answers = await group(
    {
      folder: () => whereOpen(request.folder, () => text({ message: "Folder", ...withDefault(DEFAULTS.folder) })),
      environments: () =>
        whereOpen(request.environments?.join(","), () =>
          text({
            message: "Environments, each a stack",
            ...withDefault(DEFAULTS.environments.join(",")),
            validate: (value = "") => (value === "" ? undefined : problemWith(namesIn(value))),
          }),
        ),
      isolation: () =>
        whereOpen(request.isolation, () =>
          select({
            message: "How are nodes kept from the internet?",
            options: ISOLATIONS.map((value) => ({ value, label: ISOLATION_LABELS[value] })),
          }),
        ),
      fork: () =>
        whereOpen(request.fork, () =>
          select({
            message: "Which fork?",
            initialValue: DEFAULTS.fork,
            options: FORKS.map((value) => ({ value, label: FORK_LABELS[value] })),
          }),
        ),
      packageManager: () =>
        whereOpen(request.packageManager, () =>
          select({
            message: "What installs packages?",
            options: PACKAGE_MANAGERS.map((value) => ({ value, label: value })),
          }),
        ),
    },
    {
      onCancel: () => {
        throw new UsageError("init was left, and nothing was written");
      },
    },
  );
  return { ...request, ...answers, environments: namesIn(answers.environments) };
}

const FORK_LABELS = { cdktf: "CDKTF 0.21, which is archived", cdktn: "CDK Terrain 0.24, its successor" };
const ISOLATION_LABELS = {
  controlled: "controlled: public addresses, behind a group that lets nothing in",
  full: "full: no public addresses; they leave through a Public Gateway, which costs",
};

/** What was said already is not asked for. */
function whereOpen<Value>(said: Value | undefined, ask: () => Promise<Value | symbol>): Promise<Value | symbol> {
  return said === undefined ? ask() : Promise.resolve(said);
}

function withDefault(value: string): { placeholder: string; defaultValue: string } {
  return { placeholder: value, defaultValue: value };
}

function namesIn(list: string): string[] {
  return list.split(",").map((name) => name.trim());
}
