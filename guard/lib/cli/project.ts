/** The forks of CDKTF that a project can be for. */
export const FORKS = ["cdktf", "cdktn"] as const;
export type Fork = (typeof FORKS)[number];

/** What installs a project's packages. */
export const PACKAGE_MANAGERS = ["npm", "pnpm"] as const;
export type PackageManager = (typeof PACKAGE_MANAGERS)[number];

/** How nodes are kept from the internet. */
export const ISOLATIONS = ["controlled", "full"] as const;
export type Isolation = (typeof ISOLATIONS)[number];

/** What `init` is told; what is left out is asked for on a terminal, and has a default elsewhere. */
export interface ProjectRequest {
  readonly folder?: string;
  readonly environments?: readonly string[];
  readonly isolation?: Isolation;
  readonly fork?: Fork;
  readonly packageManager?: PackageManager;
  /** Whether somebody is there to answer questions. */
  readonly isInteractive: boolean;
}

/** What writes projects with constructs, which this package has none of. */
export interface ProjectLibrary {
  /**
   * Writes a new project.
   *
   * @returns what to do next, for a terminal
   * @throws UsageError for names that no environment can have, a folder that is not empty, and questions that are not answered
   */
  createProject(request: ProjectRequest): Promise<string>;
}
