import { format, resolveConfig } from "prettier";

/** The table as it is committed: formatted like every other file of its folder. */
export async function formatTable(table: object, file: string): Promise<string> {
  return format(JSON.stringify(table), { ...(await resolveConfig(file)), parser: "json" });
}
