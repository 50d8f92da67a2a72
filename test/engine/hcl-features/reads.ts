import { cluster, type Feature, poolNamed } from "./feature";

/** Files that functions read. */
export const reads: readonly Feature[] = [
  {
    name: "jsondecode of a file",
    before: { "main.tf": cluster(`cni = jsondecode(file("c.json")).cni`), "c.json": `{"cni": "cilium"}` },
    loses: { "main.tf": cluster(`cni = jsondecode(file("c.json")).cni`), "c.json": `{"cni": "calico"}` },
    keeps: {
      "main.tf": cluster(`cni = jsondecode(file("\${path.module}/c.json"))["cni"]`),
      "c.json": `{ "x": 1, "cni": "cilium" }`,
    },
  },
  {
    name: "yamldecode of a file",
    before: { "main.tf": cluster(`cni = yamldecode(file("c.yaml")).a[0].cni`), "c.yaml": `a:\n  - cni: cilium # it\n` },
    loses: {
      "main.tf": cluster(`cni = yamldecode(file("c.yaml")).a[0].cni`),
      "c.yaml": `x: &x\n  cni: calico\na:\n  - *x\n`,
    },
    keeps: { "main.tf": cluster(`cni = yamldecode(file("c.yaml")).a[0].cni`), "c.yaml": `a: [{cni: "cilium"}]\n` },
  },
  {
    name: "yamldecode of what looks like other types",
    fault: "the tag !!str is not known",
    before: { "main.tf": poolNamed(`"\${yamldecode(file("c.yaml")).v}"`), "c.yaml": `v: "1.0"\n` },
    loses: { "main.tf": poolNamed(`"\${yamldecode(file("c.yaml")).v}"`), "c.yaml": `v: 1.0\n` },
    keeps: { "main.tf": poolNamed(`"\${yamldecode(file("c.yaml")).v}"`), "c.yaml": `v: !!str 1.0\n` },
  },
  {
    name: "templatefile",
    before: {
      "main.tf": poolNamed(`templatefile("t.tftpl", { l = ["a", "b"] })`),
      "t.tftpl": "%{ for x in l ~}\n${x};\n%{ endfor ~}\n",
    },
    loses: {
      "main.tf": poolNamed(`templatefile("t.tftpl", { l = ["a", "b"] })`),
      "t.tftpl": "%{ for x in l }\n${x};\n%{ endfor }\n",
    },
    keeps: {
      "main.tf": poolNamed(`templatefile("t.tftpl", { l = ["a", "b"] })`),
      "t.tftpl": "%{ for y in l ~}\n${lower(upper(y))};\n%{ endfor ~}\n",
    },
  },
  {
    name: "fileset with for_each",
    before: {
      "main.tf": poolNamed(`each.value`, `for_each = fileset("\${path.module}/f", "*.txt")`),
      "f/a.txt": "a",
      "f/b.txt": "b",
    },
    loses: {
      "main.tf": poolNamed(`each.value`, `for_each = fileset("\${path.module}/f", "*.txt")`),
      "f/a.txt": "a",
      "f/b.md": "b",
    },
    keeps: {
      "main.tf": poolNamed(`each.value`, `for_each = fileset("\${path.module}/f", "*.{txt,md}")`),
      "f/a.txt": "c",
      "f/b.txt": "b",
      "f/x/c.txt": "",
    },
  },
  {
    name: "filemd5 and filesha256 of a changed file",
    before: { "main.tf": poolNamed(`"\${filemd5("s.sh")}\${substr(filesha256("s.sh"), 0, 4)}"`), "s.sh": "echo a\n" },
    loses: { "main.tf": poolNamed(`"\${filemd5("s.sh")}\${substr(filesha256("s.sh"), 0, 4)}"`), "s.sh": "echo b\n" },
    keeps: { "main.tf": poolNamed(`"\${md5(file("s.sh"))}\${substr(sha256("echo a\\n"), 0, 4)}"`), "s.sh": "echo a\n" },
  },
  {
    name: "path.module in the root",
    before: { "main.tf": poolNamed(`"\${path.module}-\${path.root}"`) },
    loses: { "main.tf": poolNamed(`"x\${path.module}-\${path.root}"`) },
    keeps: { "main.tf": poolNamed(`".-."`) },
  },
];
