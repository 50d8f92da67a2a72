import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

import { type Fork, type ProjectRequest, UsageError } from "kapsule-guard/cli";
import { isFolder, isThere, writeFiles } from "kapsule-guard/files";
import { sscaff } from "sscaff";

import { asked } from "./ask";
import { type Choices, choicesOf } from "./choices";
import { environmentsFile } from "./environments-file";
import { filesOf, withPackageManager } from "./package-manager";

/**
 * Writes a new project from the template that `cdktf init --template` takes as well: what `kapsule-guard init` does.
 *
 * @returns what to do next, for a terminal
 * @throws UsageError for names that no environment can have, a folder that is not empty, and questions that are not answered
 */
export async function createProject(request: ProjectRequest): Promise<string> {
  if (request.folder !== undefined) checkFree(request.folder);
  const choices = choicesOf(request.isInteractive ? await asked(request) : request);
  checkFree(choices.folder);
  const files = await projectFiles(choices);
  writeFiles(
    Object.entries(files).map(([name, text]) => ({
      file: join(choices.folder, name),
      text,
      kind: "file of the project",
      isReplaceable: () => false,
    })),
  );
  return nextSteps(choices);
}

/** @throws UsageError where something is there already, and for a name that is empty, as that of a variable that is not set */
function checkFree(folder: string): void {
  if (folder.trim() === "") throw new UsageError("init needs the name of a folder, such as my-platform");
  if (!isThere(folder)) return;
  if (!isFolder(folder)) throw new UsageError(`${folder} is there already, and is no folder: name another`);
  // A repository that was cloned empty is a place for a project.
  if (readdirSync(folder).some((name) => name !== ".git"))
    throw new UsageError(`${folder} is there already, and is not empty: name a new folder`);
}

async function projectFiles(choices: Choices): Promise<Record<string, string>> {
  const made = mkdtempSync(join(tmpdir(), "kapsule-init-"));
  try {
    const variables = { $base: packageNameOf(choices.folder), projectId: randomUUID(), sendCrashReports: "false" };
    await sscaff(templateOf(choices.fork), made, variables);
    const names = readdirSync(made, { recursive: true, encoding: "utf8" }).filter(
      (name) => !isFolder(join(made, name)),
    );
    const files = names.map(
      (name) => [name, withPackageManager(readFileSync(join(made, name), "utf8"), choices.packageManager)] as const,
    );
    return {
      ...Object.fromEntries(files),
      "environments.ts": environmentsFile(choices),
      ...filesOf(choices.packageManager),
    };
  } finally {
    rmSync(made, { recursive: true });
  }
}

/** The project that is scaffolded: a folder beside the code, in a checkout and in a package alike. */
function templateOf(fork: Fork): string {
  return join(__dirname, "../../templates", fork);
}

/** npm takes no other names. */
function packageNameOf(folder: string): string {
  const name = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+/, "");
  return name === "" ? "platform" : name;
}

function nextSteps(choices: Choices): string {
  const { folder, environments, packageManager } = choices;
  const help = withPackageManager(readFileSync(join(templateOf(choices.fork), "help"), "utf8"), packageManager);
  const [, ...next] = help.trimEnd().split("\n");
  return [
    `Wrote ${folder}, with ${environments.length === 1 ? "the environment" : "the environments"} ${environments.join(", ")}. Next:`,
    "",
    ...(resolve(folder) === process.cwd() ? [] : [`  cd ${folder}`]),
    `  ${packageManager} install`,
    ...next.slice(1),
  ].join("\n");
}
