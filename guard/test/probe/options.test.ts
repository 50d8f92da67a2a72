import { optionsOf } from "../../probe/options";

test("the release is in the name of the binary, unless it is said", () => {
  const file = "plugins/terraform-provider-scaleway_v2.81.0";
  expect(optionsOf(["--provider", file])).toEqual({ provider: file, release: "2.81.0", check: false });
  expect(optionsOf(["--provider", "./scaleway", "--release", "2.82.0", "--check"])).toMatchObject({
    release: "2.82.0",
    check: true,
  });
});

test("some types can be asked about alone", () => {
  const only = ["scaleway_vpc", "scaleway_lb"];
  const args = only.flatMap((type) => ["--only", type]);
  expect(optionsOf(["--provider", "x_v1.2.3", ...args]).only).toEqual(only);
});

test.each([
  [[], "--provider is required"],
  [["--provider", "scaleway"], "does not tell its release"],
  [["--provider", "scaleway", "--release", "main"], "--release must be such as 2.81.0, got main"],
  [["--provider", "x_v1.2.3", "--check", "--out", "t.json"], "--check writes nothing"],
  [["--provider", "x_v1.2.3", "--chek"], "--chek"],
])("%j is refused", (args, message) => {
  expect(() => optionsOf(args)).toThrow(message);
});
