import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import { App, IStackSynthesizer, ISynthesisSession, Manifest, TerraformStack } from "cdktf";

/** What is asked between the moment when all stacks are synthesized and the moment when their files appear. */
export interface SynthesisCheck {
  /** @throws when nothing may be written */
  verify(): void;
  /** Called when the files are in place. */
  commit(): void;
}

/**
 * One synth of an app, in two steps: every stack is synthesized into a folder of its own first, and only when all of
 * them pass do their files reach the output folder. CDKTF alone writes each stack before it looks at the next.
 */
export class StagedSynthesis {
  /** Puts a stage before the output of every stack of the app, for the synth that is under way. */
  public static begin(app: App, stacks: readonly TerraformStack[], check: SynthesisCheck): void {
    const synthesis = new StagedSynthesis(app, stacks, check);
    for (const stack of stacks) {
      const { synthesizer } = stack;
      const original = synthesizer instanceof StagedSynthesizer ? synthesizer.original : synthesizer;
      stack.synthesizer = new StagedSynthesizer(stack, original, synthesis);
    }
  }

  private state: "open" | "passed" | "failed" = "open";

  private constructor(
    private readonly app: App,
    private readonly stacks: readonly TerraformStack[],
    private readonly check: SynthesisCheck,
  ) {}

  /** Synthesizes all stacks when the first one is asked for; then there is nothing left to do for the others. */
  public synthesize(session: ISynthesisSession): void {
    if (this.state !== "open") return;
    this.state = "failed";
    const stage = mkdtempSync(join(session.outdir, ".stage-"));
    try {
      this.synthesizeInto(stage, session);
      this.check.verify();
      publish(stage, session.outdir);
    } catch (error) {
      this.removeEarlierOutput(session);
      throw error;
    } finally {
      rmSync(stage, { recursive: true, force: true });
    }
    this.check.commit();
    this.state = "passed";
  }

  private synthesizeInto(stage: string, session: ISynthesisSession): void {
    mkdirSync(join(stage, Manifest.stacksFolder));
    // Assets go where the manifest says that the output folder is.
    const manifest = Object.create(session.manifest, { outdir: { value: stage } }) as Manifest;
    for (const stack of this.stacks) {
      if (stack.synthesizer instanceof StagedSynthesizer) {
        stack.synthesizer.original.synthesize({ ...session, outdir: stage, manifest });
      }
    }
    const errors = session.skipValidation === true ? [] : this.app.node.validate();
    if (errors.length > 0)
      throw new Error(`App level validation failed with the following errors:\n  ${errors.join("\n  ")}`);
  }

  /** What an earlier synth left behind must not be taken for the result of this one. */
  private removeEarlierOutput({ outdir, manifest }: ISynthesisSession): void {
    rmSync(join(outdir, Manifest.fileName), { force: true });
    for (const stack of this.stacks) {
      const { synthesizedStackPath, stackMetadataPath } = manifest.forStack(stack);
      rmSync(join(outdir, synthesizedStackPath), { force: true });
      rmSync(join(outdir, stackMetadataPath), { force: true });
    }
  }
}

/** Moves files into place, each in one step, and leaves what else is in the output folder, such as providers. */
function publish(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const target = join(to, entry.name);
    if (entry.isDirectory()) publish(join(from, entry.name), target);
    else renameSync(join(from, entry.name), target);
  }
}

class StagedSynthesizer implements IStackSynthesizer {
  constructor(
    private readonly stack: TerraformStack,
    public readonly original: IStackSynthesizer,
    private readonly synthesis: StagedSynthesis,
  ) {}

  public synthesize(session: ISynthesisSession): void {
    try {
      this.synthesis.synthesize(session);
    } finally {
      this.stack.synthesizer = this.original;
    }
  }
}
