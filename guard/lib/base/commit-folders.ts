import { decoded, parentOf } from "../files";
import { type Git, GitError } from "./git";

/**
 * Texts of a commit, for whoever asks for files of few folders: git is asked once for the names in a folder, and once for the
 * contents of the files that are like the one asked for.
 */
export class CommitFolders {
  /** By folder, and there by path, the names of contents. */
  private readonly folders = new Map<string, ReadonlyMap<string, string>>();
  /** By their names. Undefined for those that this clone lacks. */
  private readonly contents = new Map<string, Buffer | undefined>();

  constructor(
    private readonly git: Git,
    /** A commit, or what names one. */
    private readonly commit: string,
  ) {}

  /** The paths of the files in a folder, without those in folders below it. @param folder Empty for the root. */
  public pathsIn(folder: string): string[] {
    return [...this.idsIn(folder).keys()];
  }

  public has(path: string): boolean {
    return this.idOf(path) !== undefined;
  }

  /**
   * The text of a file. Whoever asks for a lock asks for its neighbours as well, so that they are read with it.
   *
   * @returns undefined for a file that the commit does not have.
   * @throws GitError for one that this clone lacks
   */
  public text(path: string): string | undefined {
    const extension = /\.[^./]*$/.exec(path)?.[0] ?? path;
    const alike = this.pathsIn(parentOf(path)).filter((name) => name.endsWith(extension));
    try {
      this.readAhead(alike);
    } catch (error) {
      // A clone that lacks a neighbour may have the file itself.
      if (!(error instanceof GitError)) throw error;
      this.readAhead([path]);
    }
    return this.textOf(path);
  }

  /** The text of each of some files, wherever they lie. @throws GitError for one that this clone lacks */
  public texts(paths: readonly string[]): (string | undefined)[] {
    this.readAhead(paths);
    return paths.map((path) => this.textOf(path));
  }

  private textOf(path: string): string | undefined {
    const id = this.idOf(path);
    if (id === undefined) return undefined;
    const content = this.contents.get(id);
    if (content === undefined) throw GitError.lacking(path);
    return decoded(content);
  }

  private readAhead(paths: readonly string[]): void {
    this.listAhead(paths.map(parentOf));
    const wanted = new Set(paths.flatMap((path) => this.idOf(path) ?? []));
    const ids = [...wanted].filter((id) => !this.contents.has(id));
    for (const [index, content] of this.git.blobsHere(ids).entries()) this.contents.set(ids[index] ?? "", content);
  }

  private idOf(path: string): string | undefined {
    return this.idsIn(parentOf(path)).get(path);
  }

  private idsIn(folder: string): ReadonlyMap<string, string> {
    this.listAhead([folder]);
    return this.folders.get(folder) ?? new Map<string, string>();
  }

  /** Asks for the names in several folders at once. */
  private listAhead(folders: readonly string[]): void {
    const missing = [...new Set(folders)].filter((folder) => !this.folders.has(folder));
    if (missing.length === 0) return;
    const found = new Map(missing.map((folder) => [folder, new Map<string, string>()]));
    for (const [path, id] of this.git.filesIn(this.commit, missing)) found.get(parentOf(path))?.set(path, id);
    for (const [folder, ids] of found) this.folders.set(folder, ids);
  }
}
