import { optionsOf } from "../../probe/options";

test("the version is in the name of the binary, unless it is said", () => {
  const file = "plugins/terraform-provider-scaleway_v2.81.0";
  expect(optionsOf(["--provider", file])).toEqual({ provider: file, version: "2.81.0", out: undefined, check: false });
  expect(optionsOf(["--provider", "./scaleway", "--version", "2.82.0", "--check"])).toMatchObject({
    version: "2.82.0",
  });
});

test.each([
  [[], "--provider is required"],
  [["--provider", "scaleway"], "does not tell its version"],
  [["--provider", "x_v1.2.3", "--check", "--out", "t.json"], "--check writes nothing"],
  [["--provider", "x_v1.2.3", "--chek"], "--chek"],
])("%j is refused", (args, message) => {
  expect(() => optionsOf(args)).toThrow(message);
});
