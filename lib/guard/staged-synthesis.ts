import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

import {
  type App,
  type IStackSynthesizer,
  type ISynthesisSession,
  Manifest,
  type StackManifest,
  type TerraformStack,
} from "cdktf";
import { abandonedDraftsOf, draftOf, ifReadable, parseJson, readText } from "kapsule-guard/files";

import { asProgram } from "../core";

/** What is asked between the moment when all stacks are synthesized and the moment when their files appear. */
export interface SynthesisCheck {
  /**
   * @param folderOf The folder that holds a stack's files at that moment.
   * @param skipValidation Whether the app's user asked for no validation.
   * @throws when nothing may be written
   */
  verify(folderOf: (stack: TerraformStack) => string, skipValidation: boolean): void;
  /** Called when the files are in place. */
  commit(): void;
}

/**
 * One synth of an app, in two steps: every stack is synthesized into a folder beside its own first, and only when all of
 * them pass do their files get their names. CDKTF alone writes each stack before it looks at the next.
 */
export class StagedSynthesis {
  /** Puts a staging folder before the output of every stack of the app, for the synth that is under way. */
  public static begin(app: App, stacks: readonly TerraformStack[], check: SynthesisCheck): void {
    const synthesis = new StagedSynthesis(app, stacks, check);
    for (const stack of stacks) {
      const { synthesizer } = stack;
      const original = synthesizer instanceof StagedSynthesizer ? synthesizer.original : synthesizer;
      keepStaged(stack, new StagedSynthesizer(stack, original, synthesis));
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
    asProgram(() => {
      this.synthesizeAll(session);
    });
    this.state = "passed";
  }

  private synthesizeAll(session: ISynthesisSession): void {
    for (const left of this.folders(session).flatMap(({ folder }) => abandonedDraftsOf(folder)))
      rmSync(left, { recursive: true, force: true });
    try {
      for (const stack of this.stacks) synthesizeStaged(stack, session);
      const errors = session.skipValidation === true ? [] : this.app.node.validate();
      if (errors.length > 0)
        throw new Error(`App-level validation failed with the following errors:\n  ${errors.join("\n  ")}`);
      this.check.verify(
        (stack) => join(session.outdir, draftOf(session.manifest.forStack(stack).workingDirectory)),
        session.skipValidation === true,
      );
      for (const { staging, folder } of this.folders(session)) if (existsSync(staging)) publish(staging, folder);
    } catch (error) {
      for (const { staging } of this.folders(session)) rmSync(staging, { recursive: true, force: true });
      this.removeEarlierOutput(session);
      throw error;
    }
    this.check.commit();
  }

  private folders({ outdir, manifest }: ISynthesisSession): { staging: string; folder: string }[] {
    return this.stacks.map((stack) => {
      const { workingDirectory } = manifest.forStack(stack);
      return { staging: join(outdir, draftOf(workingDirectory)), folder: join(outdir, workingDirectory) };
    });
  }

  /** What an earlier synth left behind must not be taken for the result of this one. */
  private removeEarlierOutput({ outdir, manifest }: ISynthesisSession): void {
    if (isManifest(join(outdir, Manifest.fileName))) rmSync(join(outdir, Manifest.fileName), { force: true });
    for (const stack of this.stacks) {
      const { synthesizedStackPath, stackMetadataPath } = manifest.forStack(stack);
      rmSync(join(outdir, synthesizedStackPath), { force: true });
      rmSync(join(outdir, stackMetadataPath), { force: true });
    }
  }
}

/** A file of this name may be somebody else's, where the output is a folder that is not CDKTF's alone. */
function isManifest(file: string): boolean {
  const content = ifReadable(() => parseJson(readText(file, { largest: 64 * 1024 * 1024 }) ?? "null"));
  return typeof content === "object" && content !== null && "version" in content && "stacks" in content;
}

/** Has a synthesizer that is given to the stack from now on write through the staging folder, too. */
function keepStaged(stack: TerraformStack, staged: StagedSynthesizer): void {
  Object.defineProperty(stack, "synthesizer", {
    configurable: true,
    enumerable: true,
    get: () => staged,
    set: (given: IStackSynthesizer) => {
      staged.original = given;
    },
  });
}

/** Has a stack write, with its assets, beside the folder that is its own. */
function synthesizeStaged(stack: TerraformStack, session: ISynthesisSession): void {
  if (!(stack.synthesizer instanceof StagedSynthesizer)) return;
  const place = session.manifest.forStack(stack);
  const folder = draftOf(place.workingDirectory);
  const staging: StackManifest = {
    ...place,
    workingDirectory: folder,
    synthesizedStackPath: join(folder, basename(place.synthesizedStackPath)),
    stackMetadataPath: join(folder, basename(place.stackMetadataPath)),
  };
  const forStack = (asked: TerraformStack): StackManifest =>
    asked === stack ? staging : session.manifest.forStack(asked);
  const manifest = Object.create(session.manifest, { forStack: { value: forStack } }) as Manifest;
  stack.synthesizer.stage({ ...session, manifest });
  Object.assign(place, { annotations: staging.annotations });
}

/** Moves files into place, each in one step, and leaves what else is in the output folder, such as providers. */
function publish(from: string, to: string): void {
  if (!existsSync(to)) {
    renameSync(from, to);
    return;
  }
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const target = join(to, entry.name);
    if (entry.isDirectory()) publish(join(from, entry.name), target);
    else renameSync(join(from, entry.name), target);
  }
  rmdirSync(from);
}

class StagedSynthesizer implements IStackSynthesizer {
  private readonly first: IStackSynthesizer;
  private staging = false;

  constructor(
    private readonly stack: TerraformStack,
    public original: IStackSynthesizer,
    private readonly synthesis: StagedSynthesis,
  ) {
    this.first = original;
  }

  /** Has the stack's own synthesizer write into the folder that a session names. */
  public stage(session: ISynthesisSession): void {
    this.staging = true;
    try {
      this.original.synthesize(session);
    } finally {
      this.staging = false;
    }
  }

  public synthesize(session: ISynthesisSession): void {
    // A wrapper that came once the synth had begun took this for the stack's own synthesizer, and calls it.
    if (this.staging) {
      this.first.synthesize(session);
      return;
    }
    try {
      this.synthesis.synthesize(session);
    } finally {
      const { stack, original: value } = this;
      Object.defineProperty(stack, "synthesizer", { configurable: true, enumerable: true, writable: true, value });
    }
  }
}
