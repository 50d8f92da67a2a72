import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { abandonedDraftsOf, draftOf } from "../../lib/files/abandoned";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kapsule-files-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("a draft is hidden beside its place, and another one for each process", () => {
  expect(draftOf("a/lock.json", ".tmp")).toBe(join("a", `.lock.json.${process.pid}.tmp`));
});

test("drafts of processes that ended are abandoned, and no others", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const names = [
    `.out.${pid}`,
    `.out.${process.pid}`,
    `.out.${process.ppid}`,
    `.out.${pid}.tmp`,
    `.other.${pid}`,
    ".out.x",
  ];
  for (const name of names) writeFileSync(join(folder, name), "");
  expect(abandonedDraftsOf(join(folder, "out"))).toEqual([join(folder, `.out.${pid}`)]);
  expect(abandonedDraftsOf(join(folder, "out"), ".tmp")).toEqual([join(folder, `.out.${pid}.tmp`)]);
});

test("nothing is abandoned where there is no folder", () => {
  expect(abandonedDraftsOf(join(folder, "absent", "out"))).toEqual([]);
});
