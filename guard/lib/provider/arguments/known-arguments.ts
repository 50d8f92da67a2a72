import table from "./argument-table.json";
import type { ArgumentTable } from "./resource-arguments";

/** The arguments of every resource, as the version of the provider has them that the tables were read from. */
export const argumentTable: ArgumentTable = table as ArgumentTable;
