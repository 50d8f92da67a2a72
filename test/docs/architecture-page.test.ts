import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { findRecreations } from "../../guard/lib/recreation/find";
import { textReport } from "../../guard/lib/recreation/report/text";

const root = join(__dirname, "../..");
const page = readFileSync(join(root, "docs/architecture.md"), "utf8");

interface Example {
  locals: { cni: string };
}

test("the edit on the page gives the findings on the page", () => {
  const [, json = ""] = /```json\n(.*?)```/s.exec(page) ?? [];
  const after = JSON.parse(json) as Example;
  const open = findRecreations({ before: { ...after, locals: { cni: "cilium" } }, after });
  const text = textReport({ subject: "s", baseline: "what is deployed", open, approved: [], stale: [] });
  expect(open).toHaveLength(2);
  expect(page).toContain(text.slice(text.indexOf("\n\n") + 2, text.lastIndexOf("\n\n")));
});

const foldersIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

test("every room is on the map, and no other", () => {
  const outer = foldersIn("guard/lib");
  const inner = ["terraform", "provider", "recreation"].flatMap((room) => foldersIn(`guard/lib/${room}`));
  const named = [...page.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...outer, ...inner].sort());
  const map = readFileSync(join(root, "guard/lib/recreation/README.md"), "utf8");
  const rooms = foldersIn("guard/lib/recreation");
  expect([...map.matchAll(/^\| `(\w+)\/` /gm)].map(([, name]) => name).sort()).toEqual(rooms.sort());
});

test("every decision is listed, and every file that a map names exists", () => {
  const list = readFileSync(join(root, "docs/decisions/README.md"), "utf8");
  const pages = readdirSync(join(root, "docs/decisions")).filter((name) => name !== "README.md");
  expect([...list.matchAll(/\(([\w-]+\.md)\)/g)].map(([, name]) => name).sort()).toEqual(pages.sort());
  const named = [...page.matchAll(/`((?:terraform|provider|recreation|checks|cli)\/[\w./-]+)`/g)];
  expect(named.length).toBeGreaterThan(5);
  for (const [, file = ""] of named) expect([file, existsSync(join(root, "guard/lib", file))]).toEqual([file, true]);
});
