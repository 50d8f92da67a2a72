import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Tflens } from "../../histories/tflens";

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "kapsule-tflens-test-"));
});
afterEach(() => {
  rmSync(scratch, { recursive: true });
});

function tree(name: string, text: string): string {
  mkdirSync(join(scratch, name, "infra"), { recursive: true });
  writeFileSync(join(scratch, name, "infra", "main.tf"), text);
  return join(scratch, name);
}

/** A program that notes what it is asked and where, and answers the same to each question of a kind. */
function program(answers: { diff?: unknown; statediff?: unknown }): Tflens {
  const file = join(scratch, "tflens");
  const answer = (kind: keyof typeof answers): string => JSON.stringify(answers[kind] ?? {});
  const script = [
    "#!/bin/sh",
    `echo "$@" >> ${scratch}/asked`,
    `for folder; do :; done`,
    `(cd "$folder" && git show HEAD:./main.tf && cat main.tf) > ${scratch}/revisions`,
    `cp "$6" ${scratch}/table.json`,
    `if [ "$1" = diff ]; then echo '${answer("diff")}'; exit 1; fi`,
    `echo '${answer("statediff")}'`,
  ];
  writeFileSync(file, script.join("\n"));
  chmodSync(file, 0o755);
  return new Tflens(file);
}

const edit = () => ({ before: tree("before", "old\n"), after: tree("after", "new\n"), root: "infra" });
const breaking = (subject: string, detail = "") => ({
  root_changes: [{ kind: "breaking", subject, detail }],
  summary: { breaking: 1 },
});

test("it compares the working tree with the commit before, and knows which attributes are immutable", () => {
  expect(program({}).tells(edit())).toBe(false);
  expect(readFileSync(join(scratch, "revisions"), "utf8")).toBe("old\nnew\n");
  expect(readFileSync(join(scratch, "asked"), "utf8")).toMatch(/^statediff --offline .*\ndiff --offline .*\n$/);
  const { resources } = JSON.parse(readFileSync(join(scratch, "table.json"), "utf8")) as {
    resources: Record<string, { force_new_paths: string[][] }>;
  };
  expect(resources.scaleway_k8s_pool?.force_new_paths).toContainEqual(["node_type"]);
  expect(resources.scaleway_k8s_pool?.force_new_paths).not.toContainEqual(["size"]);
  expect(resources.scaleway_vpc_private_network?.force_new_paths).toContainEqual(["ipv4_subnet", "subnet"]);
});

test.each<[string, { diff?: unknown; statediff?: unknown }, boolean]>([
  ["something breaking of a resource", { diff: breaking("resource.scaleway_vpc.a") }, true],
  ["a module that is gone", { diff: { modules: [{ changes: [breaking("module.a", "removed")] }] } }, true],
  ["a type that a module does not take", { diff: breaking("module.a", "expects map(any)") }, false],
  ["something breaking of an output", { diff: breaking("output.a") }, false],
  ["a resource that is gone", { statediff: { removed_resources: [{ mode: "managed" }] } }, true],
  ["a data source that is gone", { statediff: { removed_resources: [{ mode: "data" }] } }, false],
  ["a new resource", { statediff: { added_resources: [{ mode: "managed" }], removed_resources: null } }, false],
  ["a value that repeats resources", { statediff: { sensitive_changes: [{ name: "a" }] } }, true],
])("%s is told as a loss, or not", (_, answers, expected) => {
  expect(program(answers).tells(edit())).toBe(expected);
});

test("it is there, or not", () => {
  expect(program({}).isThere).toBe(true);
  expect(new Tflens(join(scratch, "missing")).isThere).toBe(false);
});

test("what is no report is an error, and no answer", () => {
  const file = join(scratch, "broken");
  writeFileSync(file, "#!/bin/sh\necho no such folder >&2; exit 1\n");
  chmodSync(file, 0o755);
  expect(() => new Tflens(file).tells(edit())).toThrow("no such folder");
  expect(() => new Tflens(join(scratch, "missing")).tells(edit())).toThrow("ENOENT");
});
