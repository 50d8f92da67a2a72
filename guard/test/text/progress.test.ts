import { Progress, withProgress } from "../../lib/text/progress";

const { isTTY } = process.stderr;
const { CI } = process.env;
let written: string[];
beforeEach(() => {
  written = [];
  process.stderr.isTTY = true;
  delete process.env.CI;
  jest.useFakeTimers();
  jest.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => {
  process.stderr.isTTY = isTTY;
  if (CI !== undefined) process.env.CI = CI;
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const CLEAR = "\r\u001b[2K";

/** Work in steps of a tenth of a second each. */
function stepping(seconds: number): string[] {
  const progress = new Progress();
  for (let step = 1; step <= seconds * 10; step += 1) {
    jest.advanceTimersByTime(100);
    progress.step(`step ${step}`);
  }
  progress.clear();
  return written;
}

test("what takes more than two seconds is said on a terminal, in one line that is gone at the end", () => {
  expect(stepping(2.5)).toEqual([`${CLEAR}step 20…`, `${CLEAR}step 22…`, `${CLEAR}step 24…`, CLEAR]);
});

test("what is quick is not", () => {
  expect(stepping(1.9)).toEqual([]);
});

test.each([
  ["where nobody watches", () => (process.stderr.isTTY = false)],
  ["in a pipeline that has a terminal", () => (process.env.CI = "true")],
])("nothing is said %s", (_, arrange) => {
  arrange();
  expect(stepping(5)).toEqual([]);
});

test("work whose end alone can be waited for says what it is", async () => {
  const work = withProgress("Planning", new Promise((resolve) => setTimeout(resolve, 3000, "done")));
  await jest.advanceTimersByTimeAsync(3000);
  expect(await work).toBe("done");
  expect(new Set(written)).toEqual(new Set([`${CLEAR}Planning…`, CLEAR]));
});

test("a failure takes the line away, too", async () => {
  const work = withProgress(
    "Planning",
    new Promise((_, reject) =>
      setTimeout(() => {
        reject(new Error("no"));
      }, 3000),
    ),
  );
  const failed = expect(work).rejects.toThrow("no");
  await jest.advanceTimersByTimeAsync(3000);
  await failed;
  expect(written.at(-1)).toBe(CLEAR);
});
