import { knownReleases, ProviderRelease } from "../../lib/provider/releases/provider-release";
import { patched, type ReleaseTables } from "../../lib/provider/tables/history";
import { historyOf, shippedReleases, withRelease } from "../../probe/releases";

const entry = (attributes: object) => ({ scaleway_vpc: { attributes } });
const release = (version: string, attributes: object): ReleaseTables => ({
  behaviour: { provider: "p", version, resources: entry(attributes) as never, notProbed: [] },
  arguments: { provider: "p", version, resources: {} },
});
const newest = release("2.0.0", { name: { type: "string" } });
const older = release("1.9.0", { name: { type: "string", forceNew: true } });
const oldest = release("1.8.0", { region: { type: "string" } });
const versions = (releases: readonly ReleaseTables[]) => releases.map(({ behaviour }) => behaviour.version);

test("a release takes its place among the others, and its earlier tables go", () => {
  expect(versions(withRelease([newest, oldest], older))).toEqual(["2.0.0", "1.9.0", "1.8.0"]);
  const again = release("1.9.0", {});
  expect(withRelease([newest, older, oldest], again)[1]).toBe(again);
  expect(versions(withRelease([older], newest))).toEqual(["2.0.0", "1.9.0"]);
});

test("a history gives each release back, whatever was added, taken out or changed", () => {
  const all = [newest, older, oldest];
  const { releases } = historyOf(all);
  expect(
    versions([newest, ...releases.map((each) => ({ ...newest, behaviour: { ...newest.behaviour, ...each } }))]),
  ).toEqual(versions(all));
  const [first, second] = releases;
  const one = patched(newest, first!);
  expect(one).toEqual(older);
  expect(patched(one, second!)).toEqual(oldest);
  expect(first).toEqual({
    version: "1.9.0",
    behaviour: { resources: entry({ name: { forceNew: true } }) },
  });
});

test("the shipped history is what it would be written as", () => {
  const shipped = shippedReleases();
  expect(shipped.length).toBe(knownReleases().length);
  const rebuilt = historyOf(shipped).releases.reduce<ReleaseTables[]>(
    (made, delta) => [...made, patched(made.at(-1)!, delta)],
    [shipped[0]!],
  );
  for (const [index, each] of rebuilt.entries()) {
    expect(each).toEqual(shipped[index]);
    expect(new ProviderRelease(each).types()).toEqual(Object.keys(each.arguments.resources).sort());
  }
});
