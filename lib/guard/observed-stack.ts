import { App, type TerraformStack } from "cdktf";

import type { Move } from "./moved-tree";
import { checkSameFork } from "./same-fork";

/** A synthesized stack, as far as the guard adds to it. */
interface Synthesized {
  readonly "//"?: { readonly metadata?: Record<string, unknown> };
  moved?: unknown;
  import?: unknown;
}

/** An object that exists, and the address under which Terraform is to know it. */
export interface Import {
  readonly to: string;
  readonly id: string;
}

/** What a guard adds to the configuration of its stack. */
interface Additions {
  /** Approvals and options, for the check of files and plans. */
  metadata(): Record<string, unknown>;
  moves(): readonly Move[];
  imports(): readonly Import[];
}

/** A stack whose synth is seen, and added to, by its guard. */
export class ObservedStack {
  private recording = false;
  private synthesized: { configuration?: unknown; hcl?: string } = {};

  /** @param onSynth Is called when a synth of the whole app begins. */
  constructor(
    private readonly stack: TerraformStack,
    private readonly additions: Additions,
    onSynth: () => void,
  ) {
    this.addToJson();
    this.addToHcl();
    const prepareStack = stack.prepareStack.bind(stack);
    stack.prepareStack = () => {
      checkSameFork(stack);
      prepareStack();
      // Only a synth of the whole app prepares its stacks; Testing.app() is for unit tests, which have no lock, and it alone
      // gives its manifest this version: what a user can set, such as context, must not switch the guard off.
      if (App.of(stack).manifest.version === "stubbed") return;
      this.recording = true;
      onSynth();
    };
  }

  /** What was seen of the last synth, without making it again. */
  public take(): { readonly configuration: unknown; readonly hcl?: string } {
    const { configuration, hcl } = this.synthesized;
    this.synthesized = {};
    this.recording = false;
    // Where HCL is written, nothing asks for JSON.
    return { configuration: configuration ?? this.stack.toTerraform(), ...(hcl === undefined ? {} : { hcl }) };
  }

  private addToJson(): void {
    const { stack } = this;
    const toTerraform = stack.toTerraform.bind(stack);
    stack.toTerraform = () => {
      const configuration = toTerraform() as Synthesized;
      const metadata = configuration["//"]?.metadata;
      if (metadata !== undefined) Object.assign(metadata, this.additions.metadata());
      const [moves, imports] = [this.additions.moves(), this.additions.imports()];
      // Beside what addOverride says, which would replace a list that is given as an override.
      if (moves.length > 0) configuration.moved = [configuration.moved ?? [], moves].flat();
      if (imports.length > 0) configuration.import = [configuration.import ?? [], imports].flat();
      if (this.recording) this.synthesized.configuration = configuration;
      return configuration;
    };
  }

  /** An app with hclOutput writes this instead, and what Terraform does not see there it would not move. */
  private addToHcl(): void {
    const { stack } = this;
    const toHclTerraform = stack.toHclTerraform.bind(stack);
    stack.toHclTerraform = () => {
      const { hcl, ...rest } = toHclTerraform() as { hcl: string };
      const moves = this.additions.moves().map(movedBlock);
      const whole = [hcl, ...moves, ...this.additions.imports().map(importBlock)].join("\n\n");
      if (this.recording) this.synthesized.hcl = whole;
      return { ...rest, hcl: whole };
    };
  }
}

function movedBlock({ from, to }: Move): string {
  return `moved {\n  from = ${from}\n  to   = ${to}\n}`;
}

function importBlock({ to, id }: Import): string {
  return `import {\n  to = ${to}\n  id = ${JSON.stringify(id)}\n}`;
}
