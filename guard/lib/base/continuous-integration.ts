import vendors from "ci-info/vendors.json";

/** A condition of the table of `ci-info`: a variable that is set, one that has a value, or one of several. */
type Condition =
  string | { readonly env: string; readonly includes: string } | { readonly any: readonly string[] } | object;

type Environment = Readonly<Record<string, string | undefined>>;

/** What pipelines set that are none of the known ones, or that do not say who they are. Source: `ci-info`. */
const COMMON = ["BUILD_ID", "BUILD_NUMBER", "CI_APP_ID", "CI_BUILD_ID", "CI_BUILD_NUMBER", "CI_NAME", "RUN_ID"];

/** Whether this is a continuous integration run, in which nothing is written that a developer should commit. */
export function isContinuousIntegration(environment: Environment = process.env): boolean {
  const answer = environment.CI?.toLowerCase() ?? "";
  if (answer !== "") return !["0", "false"].includes(answer);
  return isSet(environment.CONTINUOUS_INTEGRATION) || pipelineNamesOf(environment).length > 0 || isCommon(environment);
}

/** What the pipeline is called, such as "Azure Pipelines"; several where one platform runs on the machines of another. */
export function pipelineNamesOf(environment: Environment): string[] {
  return vendors
    .filter(({ env }) => [env].flat().every((condition) => holds(condition, environment)))
    .map(({ name }) => name);
}

function isCommon(environment: Environment): boolean {
  return COMMON.some((name) => isSet(environment[name]));
}

function holds(condition: Condition, environment: Environment): boolean {
  if (typeof condition === "string") return isSet(environment[condition]);
  if ("any" in condition) return condition.any.some((name) => isSet(environment[name]));
  if ("includes" in condition) return environment[condition.env]?.includes(condition.includes) === true;
  return Object.entries(condition).every(([name, value]) => environment[name] === value);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
