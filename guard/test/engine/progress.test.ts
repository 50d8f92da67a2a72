import { withProgress } from "../../lib/engine/progress";

const { isTTY } = process.stderr;
let written: string[];
beforeEach(() => {
  written = [];
  jest.useFakeTimers();
  jest.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => {
  process.stderr.isTTY = isTTY;
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** Work that ends after some time. */
const taking = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds, "done"));

async function saidAfter(milliseconds: number): Promise<string[]> {
  const work = withProgress("Planning", taking(milliseconds));
  await jest.advanceTimersByTimeAsync(milliseconds);
  expect(await work).toBe("done");
  return written;
}

test("what takes more than a second is said on a terminal, once", async () => {
  process.stderr.isTTY = true;
  expect(await saidAfter(5000)).toEqual(["Planning…\n"]);
});

test("what is quick is not", async () => {
  process.stderr.isTTY = true;
  expect(await saidAfter(900)).toEqual([]);
});

test("nothing is said where nobody watches", async () => {
  process.stderr.isTTY = false;
  expect(await saidAfter(5000)).toEqual([]);
});
