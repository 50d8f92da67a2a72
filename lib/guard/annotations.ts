import { AnnotationMetadataEntryType, type TerraformStack } from "cdktf";
import { printableLines } from "kapsule-guard/text";

/** What constructs warn of. Only CDKTF's command line prints it, so that a synth without that does it here. */
export function printWarnings(stack: TerraformStack, environment: NodeJS.ProcessEnv = process.env): void {
  if (environment.CDKTF_OUTDIR !== undefined) return;
  for (const { node } of stack.node.findAll()) {
    for (const { type, data } of node.metadata) {
      if (type === (AnnotationMetadataEntryType.WARN as string))
        console.warn(printableLines(`${node.path}: ${String(data)}`));
    }
  }
}
