import { execFileSync } from "node:child_process";

/** What a pipeline sets that judges a change of what is deployed. */
export type Pipeline = Readonly<{ CI: "true"; KAPSULE_GUARD_BASE: string }>;

/** Commits the locks of a folder as what is deployed, and a change after it, since a base is never the change itself. */
export function deployed(folder: string): Pipeline {
  const git = (...args: string[]) => {
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.com", ...args], {
      cwd: folder,
      stdio: "pipe",
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    });
  };
  git("init", "--quiet");
  git("add", "recreation-locks");
  git("commit", "--quiet", "--allow-empty", "--message=deployed");
  git("tag", "--force", "deployed");
  git("commit", "--quiet", "--allow-empty", "--message=a change");
  return { CI: "true", KAPSULE_GUARD_BASE: "deployed" };
}
