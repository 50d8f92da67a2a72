import { readFileSync } from "node:fs";
import { join } from "node:path";

import { graphSection, withGraphSection } from "../../docs/graph/readme";
import { synthesizeApp } from "../../docs/graph/synthesize";
import { EXAMPLES } from "../../examples/stacks";
import { DependencyGraph } from "../../guard/lib/terraform/order/dependency-graph";

const fileOf = (example: string, name: string) =>
  readFileSync(join(__dirname, "../../examples", example, name), "utf8");

describe.each(Object.entries(EXAMPLES))("examples/%s", (example, make) => {
  const configurations = synthesizeApp(make);

  test("shows in its README what waits for what, as npm run graph writes it", () => {
    const readme = fileOf(example, "README.md");
    expect(withGraphSection(readme, graphSection(configurations))).toBe(readme);
  });

  test.each(Object.entries(configurations))("has a picture of %s with all that is in it", (stack, configuration) => {
    const decoded = (title: string) => title.replaceAll("&#45;", "-").replaceAll("&gt;", ">");
    const titles = [...fileOf(example, `${stack}.svg`).matchAll(/<title>(.+?)<\/title>/g)].map(
      ([, title = ""]) => title,
    );
    const graph = DependencyGraph.of(configuration);
    const expected = [...graph.addresses, ...graph.arrows().map((arrow) => arrow.join("->"))];
    expect(titles.map(decoded).sort()).toEqual(expected.sort());
  });
});

describe("the section of a README", () => {
  const section = graphSection({ it: { resource: { scaleway_vpc: { main: {} } } } });

  test("goes to the end where there was none, and to the place of the old one after that", () => {
    const first = withGraphSection("# title\n", section);
    expect(first).toBe(`# title\n\n${section}\n`);
    expect(withGraphSection(`${first}after\n`, section.replace("main", "other"))).toBe(
      `# title\n\n${section.replace("main", "other")}\nafter\n`,
    );
  });
});
