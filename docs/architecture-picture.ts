import { svgOf } from "kapsule-guard/drawing";

const BOXES: Readonly<Record<string, readonly string[]>> = {
  program: ["your program", "main.ts"],
  constructs: ["constructs", "lib/"],
  resources: ["L1 resources", "provider/"],
  json: ["Terraform JSON", "cdktf.out"],
  hcl: ["HCL", "*.tf"],
  engine: ["Terraform", "OpenTofu"],
  guard: ["kapsule-guard", "guard/"],
  lock: ["what exists", "lock in git, or state"],
  losses: ["what would be lost", "before a plan"],
  mistakes: ["mistakes that", "a plan lets through"],
  order: ["what waits", "for what"],
};

const ARROWS: readonly (readonly [string, string])[] = [
  ["program", "constructs"],
  ["constructs", "resources"],
  ["resources", "json"],
  ["json", "engine"],
  ["hcl", "engine"],
  ["json", "guard"],
  ["hcl", "guard"],
  ["lock", "guard"],
  ["guard", "losses"],
  ["guard", "mistakes"],
  ["guard", "order"],
];

/** The picture of README: from props to what the guard tells. */
export function architecturePicture(): Promise<string> {
  const nodes = Object.entries(BOXES).map(([id, lines]) => ({
    id,
    lines,
    marks: id === "losses" ? (["replaced"] as const) : [],
  }));
  return svgOf([{ nodes, arrows: ARROWS.map(([first, then]) => ({ first, then })) }]);
}
