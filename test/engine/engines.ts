/** The engines that the suite runs on: all that are there, unless one is named. */
export const ENGINES = (process.env.ENGINES ?? "terraform,tofu").split(",");

/** Values of the variables that the examples have. */
export const VARIABLES = { database_password: "not-a-secret" };
