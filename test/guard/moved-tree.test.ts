import { ScalewayProvider } from "@cdktf/provider-scaleway/lib/provider";
import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";

import { ApiAccess, InvalidPropertyError, RecreationGuard, SecureKapsule } from "../../lib";
import { movesOfTree } from "../../lib/guard/moved-tree";
import { newStack } from "../support/stack";
import { guardedProject } from "./support";

const { outdir, lockFile, stopped } = guardedProject();

/** A platform of six resources, at some place in the stack. */
function synth(place: readonly string[], adapt: (guard: RecreationGuard) => void = () => undefined): string[] {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "stack");
  new ScalewayProvider(stack, "scaleway", { region: "fr-par", zone: "fr-par-1" });
  const scope = place.slice(0, -1).reduce<Construct>((parent, id) => new Construct(parent, id), stack);
  new SecureKapsule(scope, place.at(-1)!, {
    network: { name: "n" },
    cluster: { name: "c", version: "1.35.3", cni: "cilium", apiAccess: ApiAccess.nobody() },
    pools: { a: { nodeType: "DEV1-M", size: 1 }, b: { nodeType: "DEV1-M", size: 1 } },
  });
  adapt(RecreationGuard.of(stack, { lockFile: lockFile("stack") }));
  app.synth();
  return Object.entries((stack.toTerraform() as { resource: Record<string, object> }).resource)
    .flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`))
    .sort();
}

describe("a construct that moved with all its children", () => {
  test("is one line to paste, with which nothing is lost", () => {
    const before = synth(["old"]);
    const message = stopped(() => {
      synth(["team", "new"]);
    });
    const lines = new Set(message.match(/RecreationGuard\.of\(stack\)\.moved\w*\([^)]*\)/g));
    expect([...lines]).toEqual(['RecreationGuard.of(stack).movedTree("stack/old", "stack/team/new")']);
    let moves: readonly { from: string; to: string }[] = [];
    const after = synth(["team", "new"], (guard) => {
      guard.movedTree("stack/old", "stack/team/new");
      ({ moves } = guard);
    });
    expect(moves.map(({ from }) => from).sort()).toEqual(before);
    expect(moves.map(({ to }) => to).sort()).toEqual(after);
  });

  test("still loses what changes with it", () => {
    synth(["old"]);
    const message = stopped(() => {
      synth(["new"], (guard) => {
        guard.movedTree("old", "new");
        const cluster = guard.stack.node.findChild("new").node.findChild("cluster").node.findChild("Resource");
        Object.assign(cluster, { cni: "calico" });
      });
    });
    expect(message).toContain('cni = "cilium" -> "calico"');
  });
});

describe("movesOfTree", () => {
  const stackWithTree = () => {
    const stack = newStack();
    const tree = new Construct(stack, "tree");
    new ScalewayProvider(tree, "ams", { alias: "ams" });
    return { stack, tree };
  };

  test.each([
    ["there is no such construct now", "old", "nowhere"],
    ["there is no resource in it", "old", "tree"],
    ["the path before is empty", "", "tree"],
  ])("refuses where %s", (_what, from, to) => {
    expect(() => movesOfTree(stackWithTree().stack, from, to)).toThrow(InvalidPropertyError);
  });

  test("names of the construct that was given, and not of its path alone", () => {
    const { stack, tree } = stackWithTree();
    expect(() => movesOfTree(stack, "old", tree)).toThrow('movedTree is ["old","stack/tree"]');
  });
});
