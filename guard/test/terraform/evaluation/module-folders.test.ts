import { ModuleFolders } from "../../../lib/terraform/evaluation/module-folders";
import { TemplateCache } from "../../../lib/terraform/language/template";

const folders = () =>
  new ModuleFolders(
    {
      modules: {
        read: { digest: "r", configuration: { resource: { scaleway_vpc: { v: { name: "${local.name}" } } } } },
        hcl: { digest: "h" },
        broken: { digest: "b", configuration: [] },
      },
    },
    new TemplateCache(),
  );

test("a module is read once, whoever calls it", () => {
  const of = folders();
  const configuration = of.configurationIn("read")!;
  expect([...configuration.resources.keys()]).toEqual(["scaleway_vpc.v"]);
  expect(of.configurationIn("read")).toBe(configuration);
  expect(of.referencesOf(configuration).of("scaleway_vpc.v")).toEqual(["local.name"]);
  expect(of.referencesOf(configuration)).toBe(of.referencesOf(configuration));
});

test("a module whose Terraform JSON is not given has a digest at most", () => {
  expect(folders().configurationIn("hcl")).toBeUndefined();
  expect(folders().digestOf("hcl")).toBe("h");
  expect(folders().configurationIn("elsewhere")).toBeUndefined();
  expect(folders().digestOf("elsewhere")).toBeUndefined();
  expect(folders().configurationIn("constructor")).toBeUndefined();
});

test("a module that is none is an error that names its folder", () => {
  expect(() => folders().configurationIn("broken")).toThrow("the module in broken");
});
