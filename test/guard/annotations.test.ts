import { Annotations, TerraformStack, Testing } from "cdktf";

import { printWarnings } from "../../lib/guard/annotations";
import { guardedProject } from "./support";

const { synth } = guardedProject();

function warned(environment: NodeJS.ProcessEnv): unknown[] {
  const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
  const stack = new TerraformStack(Testing.app(), "s");
  Annotations.of(stack).addWarning("Take care.");
  Annotations.of(stack).addInfo("By the way.");
  printWarnings(stack, environment);
  return warn.mock.calls.flat();
}

test("warnings are printed where CDKTF's command line does not print them", () => {
  expect(warned({})).toEqual(["s: Take care."]);
});

test("they are not printed twice", () => {
  expect(warned({ CDKTF_OUTDIR: "cdktf.out" })).toEqual([]);
});

test("an API that is open to everybody is told by every synth", () => {
  const warn = jest.spyOn(console, "warn").mockImplementation(() => undefined);
  for (let i = 0; i < 2; i += 1) {
    warn.mockClear();
    synth();
    expect(warn.mock.calls.flat()).toEqual([
      expect.stringMatching(/^platform\/cluster: The Kubernetes API is open to the whole internet\./),
    ]);
  }
});
