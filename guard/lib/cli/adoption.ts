import type { Lock } from "../recreation";

/** How a stack comes by what exists: its state moves to the new addresses, or a new state imports it. */
export type AdoptionMode = "moved" | "imported";

/** What `kapsule-guard adopt` asks for. */
export interface AdoptionRequest {
  /** Parsed state. @default - only the configuration is known */
  readonly state?: unknown;
  /** Folder with the configuration in HCL. @default - only the state is known */
  readonly hcl?: string;
  /** Id of the new stack. */
  readonly stack: string;
  readonly mode: AdoptionMode;
  /** Where the program will be. */
  readonly file: string;
  /** Is told what is being done. */
  readonly onProgress?: (text: string) => void;
}

/** The answer to a request. */
export interface AdoptedProgram {
  /** The program, in TypeScript. */
  readonly program: string;
  readonly lock: Lock;
  /** What was done, and what is left to do, for a terminal. */
  readonly summary: string;
}

/** What writes programs with constructs, which this package has none of. */
export interface AdoptionLibrary {
  adoptProgram(request: AdoptionRequest): Promise<AdoptedProgram>;
}
