import { format, resolveConfig } from "prettier";

import type { BehaviourTable } from "../lib/recreation/provider/table";

/** The table as it is committed: formatted like every other file of its folder. */
export async function formatTable(table: BehaviourTable, file: string): Promise<string> {
  return format(JSON.stringify(table), { ...(await resolveConfig(file)), parser: "json" });
}
