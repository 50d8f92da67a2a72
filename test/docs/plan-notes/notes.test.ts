import { planNotes } from "../../../docs/plan-notes/notes";
import { recordOfThisVersion, type VersionRecord } from "../../../docs/plan-notes/record";

const record = recordOfThisVersion();

/** What another version had made of the same programs. */
function recordWith(
  edit: (text: string) => string,
  programs: VersionRecord["programs"] = record.programs,
): VersionRecord {
  const examples = JSON.parse(edit(JSON.stringify(record.examples))) as VersionRecord["examples"];
  return { version: "0.0.9", programs, examples };
}

test("this version's own programs change nothing", () => {
  expect(Object.keys(record.examples)).toContain("secure-cluster");
  for (const stacks of Object.values(record.examples)) expect(stacks).toBeInstanceOf(Object);
  expect(planNotes(record, "0.1.0")).toBe("## Plans: 0.1.0 to 0.1.0\n\nNothing changes in the plans of the examples.");
});

test("what another version writes otherwise is told once for all examples", () => {
  const before = recordWith((text) => text.replaceAll('"autohealing":true', '"autohealing":false'));
  const [line, ...others] = planNotes(before, "0.1.0").split("\n").slice(4);
  expect(line).toMatch(/^- `scaleway_k8s_pool` has other arguments \(`autohealing`\): .*secure-cluster/);
  expect(others).toEqual([]);
});

test("what would be lost comes first", () => {
  const before = recordWith((text) =>
    text.replaceAll('"cni":"cilium"', '"cni":"calico"').replaceAll('"is_ha_cluster":false', '"is_ha_cluster":true'),
  );
  const lines = planNotes(before, "0.1.0").split("\n");
  expect(lines[0]).toBe("## Plans: 0.0.9 to 0.1.0");
  expect(lines[4]).toMatch(/^- `scaleway_k8s_cluster` \*\*will be replaced\*\* \(`cni`\): .*secure-cluster/);
  expect(lines.at(-1)).toMatch(/^- `scaleway_rdb_instance` has other arguments \(`is_ha_cluster`\): /);
});

test("a program that this version refuses is told with its message", () => {
  const name = "databases/main.ts";
  const text = (record.programs[name] ?? "").replace(/nodeType: "[^"]*"/, "nodeType: 5");
  const notes = planNotes(
    recordWith((each) => each, { ...record.programs, [name]: text }),
    "0.1.0",
  );
  expect(notes).toContain("Examples of 0.0.9 that stop:");
  expect(notes).toMatch(/^- `databases`: .*nodeType/m);
});

test("a pipeline records the same as a developer", () => {
  process.env.CI = "true";
  try {
    expect(recordOfThisVersion()).toEqual(record);
  } finally {
    delete process.env.CI;
  }
});

test("a program that cannot be loaded is told, and nothing else is claimed", () => {
  const name = "databases/main.ts";
  const text = `${record.programs[name] ?? ""}\nthrow new Error("gone");\n`;
  const notes = planNotes(
    recordWith((each) => each, { ...record.programs, [name]: text }),
    "0.1.0",
  );
  expect(notes).toContain("- `all of them`: gone");
  expect(notes).not.toContain("Nothing changes");
});
