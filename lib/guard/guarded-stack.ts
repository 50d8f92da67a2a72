import type { TerraformStack } from "cdktf";
import type { Approval } from "kapsule-guard/recreation";

/** What a comparison of a stack with its lock has to know of the stack's guard. */
export interface GuardedStack {
  readonly stack: TerraformStack;
  /** The file that the stack is compared with. */
  readonly lockFile: string;
  readonly options: {
    /** What to do about a loss that the files alone cannot rule out. @default "warn" */
    readonly onMay?: "warn" | "fail" | undefined;
    /** The stack's earlier id, once its state was moved. @default - the stack had this id before */
    readonly renamedFrom?: string | undefined;
    /** Whether what holds data, addresses or workloads takes an approval to be lost. @default "approve" */
    readonly stateful?: "approve" | "warn" | undefined;
    /** What it means that the state is another one than the lock's. @default - another state, and a finding that asks */
    readonly state?: "moved" | "separate" | "none" | undefined;
    /** The lock file, where the author names one. @default - recreation-locks/<stack id>.json */
    readonly lockFile?: string | undefined;
    /** The revision whose lock the stack is compared with. @default - what the pipeline says, else where the branch began */
    readonly base?: string | undefined;
  };
  /** Whether nothing in the stack is protected, by the word of each construct. */
  readonly development: boolean;
  /** Addresses that are the same object under another one. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** The approvals, with the addresses that their resources have. */
  readonly approvals: Approval[];
  /** What the guard saw of the last synth of the stack; undefined where it saw none. */
  takeSynthesized(): { readonly configuration: unknown; readonly hcl?: string } | undefined;
}
