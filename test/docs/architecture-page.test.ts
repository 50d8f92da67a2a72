import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { findRecreations } from "../../lib/recreation";
import { textReport } from "../../lib/recreation/report";

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

test("every room is on both maps, and no other", () => {
  const rooms = readdirSync(join(root, "lib/recreation"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const map = readFileSync(join(root, "lib/recreation/README.md"), "utf8");
  expect([...page.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name).sort()).toEqual(rooms);
  expect([...map.matchAll(/^\| `(\w+)\/` /gm)].map(([, name]) => name).sort()).toEqual(rooms);
});

test("every decision is listed, and every file that a map names exists", () => {
  const list = readFileSync(join(root, "docs/decisions/README.md"), "utf8");
  const pages = readdirSync(join(root, "docs/decisions")).filter((name) => name !== "README.md");
  expect([...list.matchAll(/\(([\w-]+\.md)\)/g)].map(([, name]) => name).sort()).toEqual(pages.sort());
  const named = [...page.matchAll(/`((?:language|terraform|provider|prediction|rules|values)\/[\w./-]+)`/g)];
  for (const [, file = ""] of named)
    expect([file, existsSync(join(root, "lib/recreation", file))]).toEqual([file, true]);
});
