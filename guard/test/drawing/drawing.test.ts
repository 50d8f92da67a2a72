import { dotOf, type DrawingPart, htmlOf, mermaidOf, svgOf } from "../../lib/drawing";

const PART: DrawingPart = {
  nodes: [
    { id: "a.a", lines: ["a", "kind"], marks: ["kept"] },
    { id: "a.b", lines: ["b"], marks: ["replaced", "doubtful", "protected"] },
  ],
  arrows: [
    { first: "a.a", then: "a.b", label: "a_id" },
    { first: "a.b", then: "a.a" },
  ],
};

describe("Mermaid", () => {
  test("has boxes, arrows and the classes that are used", () => {
    expect(mermaidOf([PART])).toBe(
      [
        "flowchart TD",
        '  n0["a<br/>kind"]',
        '  n1["b"]',
        '  n0 -->|"a_id"| n1',
        "  n1 --> n0",
        "  classDef kept stroke:#98a2b3,color:#667085",
        "  classDef replaced fill:#fee4e2,stroke:#d92d20",
        "  classDef doubtful stroke-dasharray:5 5",
        "  classDef protected stroke-width:4px",
        "  class n0 kept",
        "  class n1 replaced",
        "  class n1 doubtful",
        "  class n1 protected",
      ].join("\n"),
    );
  });

  test("has a frame for each of several parts, whose boxes are apart", () => {
    const lines = mermaidOf([
      { ...PART, name: "one" },
      { ...PART, name: "two" },
    ]).split("\n");
    expect(lines.filter((line) => /subgraph|^ {2}end/.test(line))).toEqual([
      '  subgraph g0["one"]',
      "  end",
      '  subgraph g1["two"]',
      "  end",
    ]);
    expect(lines).toContain('    s1n0 -->|"a_id"| s1n1');
    expect(lines).toContain("  class s0n0,s1n0 kept");
  });

  test("no name ends a label, a line or the block of Markdown that it is in", () => {
    const lines = ['"]', "```", "<b>&", "#quot;", "two\nlines"];
    const [, node] = mermaidOf([{ nodes: [{ id: "x", lines, marks: [] }], arrows: [] }]).split("\n");
    expect(node).toBe('  n0["#quot;]<br/>#96;#96;#96;<br/>#lt;b#gt;#amp;<br/>#35;quot;<br/>two lines"]');
  });
});

describe("Graphviz", () => {
  test("has the same colours", () => {
    expect(dotOf([PART])).toContain(
      '"a.b" [label="b", style="rounded,filled,dashed", fillcolor="#fee4e2", color="#d92d20", fontcolor="black", penwidth=3];',
    );
    expect(dotOf([PART])).toContain('"a.a" -> "a.b" [label="a_id"];');
  });

  test("has a frame for each of several parts", () => {
    const dot = dotOf([
      { ...PART, name: 'o"ne' },
      { ...PART, name: "two" },
    ]);
    expect(dot).toContain('subgraph cluster_0 {\nlabel="o\\"ne"');
    expect(dot).toContain('"1 a.a" -> "1 a.b"');
  });

  test("lays out what has odd names, and circles", async () => {
    const id = 'module.a["x -> y\\"].a.b';
    const svg = await svgOf([{ nodes: [{ id, lines: ['"\\N'], marks: [] }], arrows: [{ first: id, then: id }] }]);
    expect(svg).toMatch(/^<\?xml [^]*<svg [^]*<\/svg>\n$/);
    expect(svg.match(/class="node"/g)).toHaveLength(1);
    expect(svg.match(/class="edge"/g)).toHaveLength(1);
  });
});

describe("the page", () => {
  test("has every part, a legend of the marks that are there, and nothing that names a server", async () => {
    const page = await htmlOf(
      [
        { ...PART, name: "one" },
        { ...PART, name: "<two>" },
      ],
      "cdktf.out",
    );
    expect(page.match(/<svg /g)).toHaveLength(2);
    expect(page).toContain("<h2>&lt;two&gt;</h2>");
    expect(page.match(/<li>/g)).toHaveLength(4);
    expect(page).toContain("must be replaced");
    expect(page).not.toContain("is reached from the internet");
    const links = [...page.matchAll(/(?:src|href)="([^"]*)"|url\(|import |fetch\(/g)];
    expect(links).toEqual([]);
  });

  test("a name is text in it", async () => {
    const node = { id: "</script><script>alert(1)</script>", lines: ["<img src=x>"], marks: [] };
    const page = await htmlOf([{ nodes: [node], arrows: [] }], "<title>");
    expect(page).not.toMatch(/<script>alert|<img|<title><title>/);
  });
});
