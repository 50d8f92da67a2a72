import { type Fork, type Isolation, type PackageManager, type ProjectRequest, UsageError } from "kapsule-guard/cli";

/** The build for CDK Terrain renames it. */
const [FORK] = "cdktf-scaleway-kapsule".split("-");

/** All that a project can be told. */
export interface Choices {
  readonly folder: string;
  readonly environments: readonly string[];
  readonly isolation: Isolation;
  readonly fork: Fork;
  readonly packageManager: PackageManager;
}

/** What a project is where nobody says otherwise. */
export const DEFAULTS: Choices = {
  folder: "my-platform",
  environments: ["development", "staging", "production"],
  isolation: "controlled",
  fork: FORK as Fork,
  packageManager: "npm",
};

/** Each has a /22 of its own in 172.16.0.0/12. */
const MOST_ENVIRONMENTS = 1024;

/** What is wrong with names of environments, which are ids of stacks; undefined where nothing is. */
export function problemWith(environments: readonly string[]): string | undefined {
  if (environments.length > MOST_ENVIRONMENTS)
    return `there are at most ${MOST_ENVIRONMENTS} environments, got ${environments.length}`;
  const bad = environments.find((name) => !/^[a-z][a-z0-9-]{0,62}$/.test(name));
  if (bad !== undefined || environments.length === 0)
    return `an environment must have a name of lowercase letters, digits and -, such as staging, got ${JSON.stringify(bad ?? "")}`;
  const twice = environments.find((name, index) => environments.indexOf(name) !== index);
  return twice === undefined ? undefined : `the environment ${twice} is there twice`;
}

/** @throws UsageError for names that no environment can have */
export function choicesOf(request: ProjectRequest): Choices {
  const choices = { ...DEFAULTS, ...request };
  const problem = problemWith(choices.environments);
  if (problem !== undefined) throw new UsageError(`init --environments: ${problem}`);
  return choices;
}
