import { posix } from "node:path";

import { FileError, type FileTree, parentOf } from "../files";
import type { Git, TreeEntry } from "./git";

/** What is read at once is no larger, each by itself and all together. */
const LARGEST_FILE = 64 * 1024 * 1024;
const LARGEST_BATCH = 32 * 1024 * 1024;
/** Configurations, and what they read; images and archives are read when they are asked for. */
const LARGEST_AHEAD = 256 * 1024;

const MOST_LINKS = 20;

/** The files of a commit. Git is asked once for their names, and once for what lies in a folder and below it. */
export class CommitTree implements FileTree {
  private readonly entries: ReadonlyMap<string, TreeEntry>;
  private readonly folders = new Map<string, Set<string>>();
  /** By path: attributes say by name what a checkout makes of a content. */
  private readonly contents = new Map<string, Buffer>();

  constructor(
    private readonly git: Git,
    private readonly commit: string,
  ) {
    this.entries = git.filesOf(commit);
    for (const path of this.entries.keys()) this.addToFolders(path);
  }

  read(path: string): Buffer | undefined {
    const place = this.placeOf(path);
    const entry = this.entries.get(place);
    if (entry === undefined) return undefined;
    if (entry.size > LARGEST_FILE)
      throw new FileError(
        `${path} (${entry.id}) has ${entry.size} bytes, more than the ${LARGEST_FILE} that it can have`,
      );
    const known = this.contents.get(place);
    if (known !== undefined) return known;
    const [content] = this.git.checkedOut([{ path: place, id: entry.id }]);
    if (content !== undefined) this.contents.set(place, content);
    return content;
  }

  list(folder: string): readonly string[] {
    return [...(this.folders.get(this.placeOf(folder)) ?? [])].sort();
  }

  isLink(path: string): boolean {
    return this.entries.get(path)?.kind === "link";
  }

  nameOf(path: string): string {
    return `${path} at ${this.commit.slice(0, 12)}`;
  }

  /** Reads ahead what lies in folders and below them. */
  readAhead(folders: readonly string[]): void {
    let total = 0;
    const files: { path: string; id: string }[] = [];
    for (const [path, { id, size, kind }] of this.entries) {
      if (kind !== "file" || size > LARGEST_AHEAD || this.contents.has(path)) continue;
      if (!folders.some((folder) => folder === "" || path.startsWith(`${folder}/`))) continue;
      total += size;
      if (total > LARGEST_BATCH) break;
      files.push({ path, id });
    }
    for (const [index, content] of this.git.checkedOut(files).entries())
      this.contents.set(files[index]?.path ?? "", content);
  }

  /** Where a path leads, through links, which may lie on the way to it. */
  private placeOf(path: string, links = 0): string {
    const parts = path.split("/");
    const steps = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
    const step = steps.find((folder) => (this.entries.get(folder)?.kind ?? "file") !== "file");
    if (step === undefined) return path;
    if (this.entries.get(step)?.kind === "submodule")
      throw new FileError(
        `${step} is a submodule (${this.entries.get(step)?.id ?? ""}), which is not read: check it in its own repository`,
      );
    if (links === MOST_LINKS) throw new FileError(`${path} is a link that leads nowhere`);
    return this.placeOf(posix.join(this.targetOf(step), path.slice(step.length)), links + 1);
  }

  private targetOf(link: string): string {
    const [content] = this.git.blobs([this.entries.get(link)?.id ?? ""]);
    const written = content?.toString("utf8") ?? "";
    const target = posix.join(posix.dirname(link), written);
    if (posix.isAbsolute(written) || target.startsWith("../"))
      throw new FileError(`${link} leads out of the repository`);
    return target.replace(/\/$/, "");
  }

  private addToFolders(path: string): void {
    for (let name = path, folder = parentOf(path); ; name = folder, folder = parentOf(folder)) {
      const names = this.folders.get(folder) ?? new Set();
      const isKnown = names.size > 0;
      names.add(name === path ? posix.basename(name) : `${posix.basename(name)}/`);
      this.folders.set(folder, names);
      if (folder === "" || isKnown) return;
    }
  }
}
