import { cluster, type Feature, instance, poolNamed } from "./feature";

/** How strings, comments and templates are written. */
export const text: readonly Feature[] = [
  {
    name: "heredoc",
    before: poolNamed(`<<EOT\n  a\n    b\nEOT\n`),
    loses: poolNamed(`<<EOT\na\n  b\nEOT\n`),
    keeps: poolNamed(`"  a\\n    b\\n"`),
  },
  {
    name: "indented heredoc",
    before: poolNamed(`<<-EOT\n      a\n        b\n    EOT\n`),
    loses: poolNamed(`<<-EOT\n      a\n      b\n    EOT\n`),
    keeps: poolNamed(`<<-END\n  a\n    b\n  END\n`),
  },
  {
    name: "heredoc with interpolation and escapes",
    before: `locals {\n  x = "y"\n}\n${poolNamed(`<<EOT\n\${local.x} $\${x} \\n "q"\nEOT\n`)}`,
    loses: `locals {\n  x = "z"\n}\n${poolNamed(`<<EOT\n\${local.x} $\${x} \\n "q"\nEOT\n`)}`,
    keeps: poolNamed(`"y $\${x} \\\\n \\"q\\"\\n"`),
  },
  {
    name: "template directives",
    before: poolNamed(`"%{ for x in ["a", "b"] }\${x},%{ endfor }%{ if true }yes%{ else }no%{ endif }"`),
    loses: poolNamed(`"%{ for x in ["a", "b"] }\${x},%{ endfor }%{ if false }yes%{ else }no%{ endif }"`),
    keeps: poolNamed(`"a,b,yes"`),
  },
  {
    name: "strip markers",
    before: poolNamed(`<<EOT\n%{ for x in ["a", "b"] ~}\n\${x}\n%{ endfor ~}\n  end \${~ "x" ~}  \nEOT\n`),
    loses: poolNamed(`<<EOT\n%{ for x in ["a", "b"] }\n\${x}\n%{ endfor }\n  end \${~ "x" ~}  \nEOT\n`),
    keeps: poolNamed(`"a\\nb\\n  endx"`),
  },
  {
    name: "escapes of templates",
    before: poolNamed(`"$\${a}-%%{b}-$$c-%d"`),
    loses: poolNamed(`"$\${a}-%%{b}-$c-%d"`),
    keeps: poolNamed(`join("", ["$\${a}", "-%%{b}-$$c-%d"])`),
  },
  {
    name: "escapes of strings",
    before: poolNamed(`"a\\tb\\u00e9\\U0001F600\\\\"`),
    loses: poolNamed(`"a\\tb\\u00e8\\U0001F600\\\\"`),
    keeps: poolNamed(`"a\\tbé😀\\\\"`),
  },
  {
    name: "unicode normalization",
    before: poolNamed(`"caf\u00e9"`),
    loses: poolNamed(`"cafe"`),
    keeps: poolNamed(`"cafe\u0301"`),
  },
  {
    name: "comments everywhere",
    before: cluster(`cni = "cilium"`),
    loses: cluster(`/* cni = "cilium" */ cni = "calico" # "cilium"`),
    keeps: `# "{\n/* { */${cluster(`cni /* a */ = /* b */ "cilium" // cni = "calico"\n  # cni = "none"`)}`,
  },
  {
    name: "a comment around a block",
    before: poolNamed(`"a"`) + poolNamed(`"b"`, "", "e"),
    loses: `${poolNamed(`"a"`)}/*${poolNamed(`"b"`, "", "e")}*/`,
    keeps: `${poolNamed(`"a"`)}/**/${poolNamed(`"b"`, "", "e")}/**/`,
  },
  {
    name: "a block on one line",
    before: instance(`engine = "PostgreSQL-15"\n user_name = "admin"\n lifecycle {\n    prevent_destroy = true\n  }`),
    loses: instance(`engine = "PostgreSQL-15"\n user_name = "root"\n lifecycle { prevent_destroy = true }`),
    keeps: instance(`engine = "PostgreSQL-15"\n user_name = "admin"\n lifecycle { prevent_destroy = true }`),
  },
  {
    name: "a line that goes on in brackets",
    before: poolNamed(`(\n    "a" ==\n    "b" ? "x"\n    : "y"\n  )`),
    loses: poolNamed(`(\n    "a" ==\n    "a" ? "x"\n    : "y"\n  )`),
    keeps: poolNamed(`("a" == "b" ? "x" : "y")`),
  },
  {
    name: "a byte order mark and line ends of Windows",
    before: { "main.tf": poolNamed(`"a"`) },
    loses: { "main.tf": `\ufeff${poolNamed(`"b"`).replaceAll("\n", "\r\n")}` },
    keeps: { "main.tf": `\ufeff${poolNamed(`"a"`).replaceAll("\n", "\r\n")}` },
  },
  {
    name: "a heredoc with line ends of Windows",
    before: poolNamed(`<<EOT\na\nb\nEOT\n`),
    loses: poolNamed(`<<EOT\na\nb\nEOT\n`).replaceAll("\n", "\r\n"),
    keeps: poolNamed(`"a\\nb\\n"`),
  },
  {
    name: "operators and their precedence",
    before: poolNamed(`"n\${1 + 2 * 3 % 4 - -1}-\${!true || 1 < 2 && "a" != "b"}"`),
    loses: poolNamed(`"n\${(1 + 2) * 3 % 4 - -1}-\${!true || 1 < 2 && "a" != "b"}"`),
    keeps: poolNamed(`"n4-true"`),
  },
  {
    name: "equality of values of other types",
    before: poolNamed(`1 == "1" ? "same" : "other"`),
    loses: poolNamed(`tostring(1) == "1" ? "same" : "other"`),
    keeps: poolNamed(`"other"`),
  },
  {
    name: "a conditional whose results have other types",
    before: poolNamed(`"n\${true ? 1 : "a"}"`),
    loses: poolNamed(`"n\${true ? 2 : "a"}"`),
    keeps: poolNamed(`"n1"`),
  },
];
