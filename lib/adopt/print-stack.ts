import type { AdoptionMode } from "kapsule-guard/cli";
import type { Address, Target } from "kapsule-guard/terraform";

import { FORK } from "../core";
import type { Adoption } from "./adoption";
import { call, type Code, list, literal, name, object, type Statement, THIS } from "./code";
import { Printer } from "./printer";
import type { Outcome } from "./program";
import type { Refactorings } from "./refactorings";

/** The program of an adoption, as a file that its user goes on with. */
export function printStack(adoption: Adoption, mode: AdoptionMode): string {
  const { program, stack } = adoption;
  const guard = guardStatements(adoption, mode);
  const made = program.statements;
  const all = [...made, ...guard];
  const printer = new Printer(all.map(({ code }) => code));
  for (const each of ["App", "TerraformStack"]) printer.import({ module: FORK.core, name: each });
  const wanted =
    `${stack.replace(/(?:^|[^A-Za-z0-9]+)(.)/g, (_, letter: string) => letter.toUpperCase())}Stack`.replace(
      /^(?=\d)/,
      "The",
    );
  const name = printer.isImported(wanted) ? `The${wanted}` : wanted;
  const lines = printer.statements(all, "    ");
  return [
    ...printer.importLines(),
    "",
    `export class ${name} extends TerraformStack {`,
    "  constructor(app: App, id: string) {",
    "    super(app, id);",
    ...lines.slice(0, made.length),
    "",
    `    // ${reasonOf(mode)}`,
    ...lines.slice(made.length),
    "  }",
    "}",
    "",
    "const app = new App();",
    `new ${name}(app, ${JSON.stringify(stack)});`,
    "app.synth();",
    "",
  ].join("\n");
}

function reasonOf(mode: AdoptionMode): string {
  return mode === "moved"
    ? "Where the state has what this stack has. Once applied, `moved` has no effect, and can go."
    : "What exists, and is not made again. Once applied, `imported` has no effect, and can go.";
}

function guardStatements(adoption: Adoption, mode: AdoptionMode): Statement[] {
  const { program, trial, importedResources, outcomes, problems, refactorings } = adoption;
  const library = (named: string) => ({ module: FORK.library, name: named });
  const statements: Statement[] = suppressions(problems).map(({ check, address }) => ({
    code: call(
      call({ kind: "class", class: library("PlatformChecks") }, "of", placeAt(address, { program, trial })),
      "suppress",
      literal(check),
      literal(`${address} was like that when it was adopted`),
    ),
  }));
  const guarded: Code[] = [];
  for (const { address, id } of importedResources) {
    const place = program.places.get(address);
    if (place === undefined) continue;
    // Where the old configuration imports it, and no state tells whether it has: what is there already is not imported again.
    if ((mode === "imported" || refactorings.imports.has(address.toString())) && id !== undefined)
      guarded.push(call(name("guard"), "imported", place.code, program.importIds.get(address) ?? literal(id)));
    if (mode === "moved" && trial.addresses.get(address) !== address)
      guarded.push(call(name("guard"), "moved", literal(address.toString()), place.code));
  }
  // Also where nothing moves: a stack of L1 alone is guarded by this line only.
  statements.push({ name: "guard", code: call({ kind: "class", class: library("RecreationGuard") }, "of", THIS) });
  statements.push(...guarded.map((code) => ({ code })));
  if (mode === "moved") statements.push(...carriedOver(refactorings, outcomes));
  return statements;
}

/** One suppression for each check and resource. */
function suppressions(problems: Adoption["problems"]): Adoption["problems"] {
  return [...new Map(problems.map((problem) => [`${problem.check} ${problem.address}`, problem])).values()];
}

/** Where a resource is in the program, by its new address. */
function placeAt(address: Address, { program, trial }: Pick<Adoption, "program" | "trial">): Code {
  const [old] = [...trial.addresses].find(([, now]) => now === address) ?? [];
  return (old === undefined ? undefined : program.places.get(old)?.code) ?? THIS;
}

/** What no apply may have seen yet, and what the stack does not have, which goes on without it: it is forgotten, and not destroyed. */
function carriedOver({ moved, removed }: Refactorings, outcomes: readonly Outcome[]): Statement[] {
  const left = outcomes.filter(({ outcome }) => outcome === "left-out").map(({ address }) => address);
  const block = (from: Target, destroy: boolean): Code =>
    object({ from: literal(from.toString()), lifecycle: object({ destroy: literal(destroy) }) });
  const forgotten = new Set<Target>(left.map(({ declaration }) => declaration));
  const others = removed.filter(({ from }) => !forgotten.has(from));
  const override = (name: string, blocks: readonly Code[]): Statement[] =>
    blocks.length === 0 ? [] : [{ code: call(THIS, "addOverride", literal(name), list([...blocks])) }];
  return [
    ...override(
      "moved",
      moved.map(({ from, to }) => object({ from: literal(from.toString()), to: literal(to.toString()) })),
    ),
    ...override("removed", [
      ...[...forgotten].map((from) => block(from, false)),
      ...others.map(({ from, destroy }) => block(from, destroy)),
    ]),
  ];
}
