/** The engines that the suite runs on: all that are there, unless one is named. */
export const ENGINES = (process.env.ENGINES ?? "terraform,tofu").split(",");

/** What planning the examples needs besides them. */
export const EXAMPLE_OPTIONS = {
  variables: { database_password: "not-a-secret" },
  data: { "data.scaleway_vpc.vpc": { id: "fr-par/11111111-1111-1111-1111-111111111111" } },
};
