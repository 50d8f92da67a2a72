import { RecreationInputError } from "../../../lib/terraform/errors";
import { CycleGuard } from "../../../lib/terraform/evaluation/cycle-guard";

/** Evaluates names one inside the other. */
function chain(guard: CycleGuard, [name, ...rest]: readonly string[]): string {
  return name === undefined ? "done" : guard.run(name, () => chain(guard, rest));
}
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `local.l${index}`);

test("a circle is an error that names the way around, and no more", () => {
  expect(() => chain(new CycleGuard(), ["local.start", "local.a", "local.b", "local.a"])).toThrow(
    new RecreationInputError("the configuration refers to itself: local.a -> local.b -> local.a"),
  );
});

test("the same name one after the other is no circle", () => {
  const guard = new CycleGuard();
  expect([chain(guard, ["local.a"]), chain(guard, ["local.a"])]).toEqual(["done", "done"]);
});

test("a chain of 200 is followed, a longer one is an error", () => {
  expect(chain(new CycleGuard(), names(200))).toBe("done");
  expect(() => chain(new CycleGuard(), names(201))).toThrow(
    new RecreationInputError("references form a chain of more than 200 steps, at local.l200"),
  );
});

test("a name that could not be evaluated may be asked for again", () => {
  const guard = new CycleGuard();
  const failing = () =>
    guard.run("local.a", () => {
      throw new Error("no value");
    });
  expect(failing).toThrow("no value");
  expect(failing).toThrow("no value");
});
