/** Whether this is a continuous integration run, in which nothing is written that a developer should commit. */
export function isContinuousIntegration(environment: NodeJS.ProcessEnv = process.env): boolean {
  const value = environment.CI?.toLowerCase();
  return value !== undefined && !["", "0", "false"].includes(value);
}
