import type { Deletion } from "../prediction";
import { deletionFinding, movedLine, movedTreeLine } from "./build";
import type { Finding } from "./finding";
import type { Rule } from "./rule";

const id = "renamed";

/** A resource has another address and no `moved` block. */
export const renamed: Rule = {
  id,
  title: "A resource is renamed without a moved block",
  explanation:
    "Terraform identifies a resource by its address. A resource with a new address is a new resource. Terraform destroys the old " +
    "resource and replaces the resources that refer to it.",
  example: "scaleway_k8s_cluster.c becomes scaleway_k8s_cluster.main",
  remedy: "Add a moved block from the old address to the new one.",
  find: ({ deletions }) => {
    const trees = treesOf(deletions);
    return deletions.flatMap((deletion): Finding[] => {
      const { address, previousAddress, action, renamedTo } = deletion;
      if (renamedTo === undefined || action === "forget") return [];
      const tree = trees.get(deletion);
      const advice =
        tree === undefined
          ? {
              text: `If ${renamedTo} is the same object, say so in the constructor of the stack.`,
              fixes: [movedLine(previousAddress, renamedTo)],
            }
          : {
              text: `If ${tree.to} is ${tree.from} under a new path, say so once in the constructor of the stack.`,
              fixes: [movedTreeLine(tree.from, tree.to)],
            };
      return [{ ...deletionFinding(id, deletion, advice), before: address.toString(), after: renamedTo.toString() }];
    });
  },
};

/** A construct under two paths. */
interface Tree {
  readonly from: string;
  readonly to: string;
}

/** The construct that several renamed objects are in, whose new path explains the new name of each. */
function treesOf(deletions: readonly Deletion[]): Map<Deletion, Tree> {
  const byTree = new Map<string, { tree: Tree; members: Deletion[] }>();
  for (const deletion of deletions) {
    const tree = deletion.previousAddress === deletion.address ? treeOf(deletion) : undefined;
    if (tree === undefined) continue;
    const key = JSON.stringify(tree);
    const group = byTree.get(key) ?? { tree, members: [] };
    group.members.push(deletion);
    byTree.set(key, group);
  }
  const several = [...byTree.values()].filter(({ members }) => members.length > 1);
  return new Map(several.flatMap(({ tree, members }) => members.map((member) => [member, tree] as const)));
}

/** The paths without the ids at their end that are the same, as far as each has an id of its own left. */
function treeOf({ path, renamedToPath, renamedTo }: Deletion): Tree | undefined {
  if (path === undefined || renamedToPath === undefined || renamedTo === undefined) return undefined;
  const [from, to] = [path.split("/"), renamedToPath.split("/")];
  // The first id is the stack's, whose state is another one where it differs.
  while (from.length > 2 && to.length > 2 && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  // Under the same path it is the address alone that is another one.
  const isMoved = from[0] === to[0] && from.join("/") !== to.join("/");
  return isMoved ? { from: from.join("/"), to: to.join("/") } : undefined;
}
