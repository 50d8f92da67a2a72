import { formatFound, summaryOf } from "../../differential/report";
import { run } from "../../differential/run";
import type { Found } from "../../differential/tally";
import { disagreements, opinionsOn } from "../../differential/verdict";
import { configuration, FakePlanner } from "./support";

const trial = { seed: 3, edits: 20, examples: [configuration({ scaleway_vpc: { a: {} } })] };

test("a planner that loses nothing is contradicted wherever the guard is sure", async () => {
  const found: Found[] = [];
  const tally = await run(new FakePlanner(() => []), trial, (each) => found.push(each));
  expect(tally).toMatchObject({ edits: 20, refused: 0, notDeployable: 0, losses: 0, compared: 20 });
  expect(found.length).toBeGreaterThan(0);
  expect(tally.found).toEqual(found);
  for (const { case: shown, disagreement } of found) {
    expect(disagreements(opinionsOn(shown), [])).toContainEqual(disagreement);
  }
  const [falseWill, ...more] = found.filter(({ disagreement }) => disagreement.problem === "false will");
  expect(summaryOf(tally, 3, 1.2)).toContain(`missed: 0; false will: ${more.length + 1};`);
  expect(formatFound(falseWill!)).toMatch(/^false will with the state: scaleway_/);
});

test("what is refused is counted and compared with nothing", async () => {
  const onFound = jest.fn();
  const refusing = new FakePlanner(() => ({ refusal: "no" }));
  expect(await run(refusing, trial, onFound)).toMatchObject({ edits: 20, refused: 20, compared: 0 });
  const undeployable = new FakePlanner(
    () => [],
    () => "no",
  );
  expect(await run(undeployable, trial, onFound)).toMatchObject({ edits: 20, notDeployable: 20, compared: 0 });
  expect(onFound).not.toHaveBeenCalled();
});
