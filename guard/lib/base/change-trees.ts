import { FileError, type FileTree, FolderTree, parentOf } from "../files";
import { CommitTree } from "./commit-tree";
import type { Git } from "./git";

/** Files of values are seldom committed, and no change of a branch brings others. */
const VALUES = /\.tfvars(?:\.json)?$/;

/** The files of a repository on both sides of a change: at the base revision, and in the working tree. Paths are those below its root. */
export interface ChangeTrees {
  readonly before: FileTree;
  readonly after: FileTree;
  /** Reads what lies in folders of the base revision, and below them, at once. */
  readonly readAhead: (folders: readonly string[]) => void;
}

/**
 * Both sides of a change.
 *
 * What git does not keep, such as what `terraform init` fetched and values with secrets, is the same on both sides; where the working
 * tree has no such file, nothing tells what it is.
 *
 * @param commit The base revision.
 */
export function changeTrees(git: Git, commit: string): ChangeTrees {
  const committed = new CommitTree(git, commit);
  const disk = new FolderTree(git.root);
  const kept = new KeptOutside(git, committed);
  return {
    before: new EarlierTree(committed, disk, kept),
    after: new WorkingTree(git, disk, kept),
    readAhead: (folders) => {
      committed.readAhead(folders);
    },
  };
}

/** The working tree, with what a sparse checkout leaves out as HEAD has it. */
class WorkingTree implements FileTree {
  private readonly skipped: ReadonlySet<string>;
  private readonly head: CommitTree | undefined;

  constructor(
    git: Git,
    private readonly disk: FolderTree,
    private readonly kept: KeptOutside,
  ) {
    this.skipped = new Set(git.skipped());
    this.head = this.skipped.size === 0 ? undefined : new CommitTree(git, "HEAD");
  }

  read(path: string): Buffer | undefined {
    const content = this.disk.read(path) ?? (this.skipped.has(path) ? this.head?.read(path) : undefined);
    if (content === undefined) this.kept.checkMissing(path);
    return content;
  }

  list(folder: string): readonly string[] {
    const below = folder === "" ? "" : `${folder}/`;
    const left = (this.head?.list(folder) ?? []).filter((name) => this.isLeftOut(`${below}${name}`));
    return [...new Set([...this.disk.list(folder), ...left])].sort();
  }

  isLink(path: string): boolean {
    return this.disk.isLink(path);
  }

  nameOf(path: string): string {
    return this.disk.nameOf(path);
  }

  private isLeftOut(path: string): boolean {
    if (!path.endsWith("/")) return this.skipped.has(path);
    return [...this.skipped].some((each) => each.startsWith(path));
  }
}

/** The base revision, with what git does not keep as the working tree has it. */
class EarlierTree implements FileTree {
  constructor(
    private readonly committed: CommitTree,
    private readonly disk: FolderTree,
    private readonly kept: KeptOutside,
  ) {}

  read(path: string): Buffer | undefined {
    const content = this.committed.read(path);
    if (content !== undefined) return content;
    if (this.kept.has(path)) return this.disk.read(path);
    this.kept.checkMissing(path);
    return undefined;
  }

  isLink(path: string): boolean {
    return this.committed.isLink(path);
  }

  nameOf(path: string): string {
    return this.committed.nameOf(path);
  }

  list(folder: string): readonly string[] {
    const below = folder === "" ? "" : `${folder}/`;
    const outside = this.disk.list(folder).filter((name) => this.kept.has(`${below}${name}`));
    return [...new Set([...this.committed.list(folder), ...outside])].sort();
  }
}

/** What lies in the working tree, and git does not keep. */
class KeptOutside {
  private readonly paths: ReadonlySet<string>;
  private readonly asked = new Map<string, boolean>();

  constructor(
    private readonly git: Git,
    committed: CommitTree,
  ) {
    const ignored = git.list(["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory"]);
    const values = git.untracked().filter((path) => VALUES.test(path));
    // Where values are committed, others beside them are new.
    const isNew = (path: string): boolean => committed.list(parentOf(path)).some((name) => VALUES.test(name));
    this.paths = new Set([...ignored, ...values.filter((path) => !isNew(path))]);
  }

  /** Whether it has a file, or a folder that ends with a slash, by itself or with the folder that it is in. */
  has(path: string): boolean {
    const parts = path.split("/");
    return this.paths.has(path) || parts.some((_, index) => this.paths.has(`${parts.slice(0, index).join("/")}/`));
  }

  /** @throws FileError for what git ignores, which is made elsewhere */
  checkMissing(path: string): void {
    let isIgnored = this.asked.get(path);
    if (isIgnored === undefined) {
      isIgnored = this.git.ask(["check-ignore", "--quiet", "--", path]) !== undefined;
      this.asked.set(path, isIgnored);
    }
    if (isIgnored) throw new FileError(`${path} is ignored by git, and not there: it is made elsewhere`);
  }
}
