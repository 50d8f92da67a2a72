import { Command, Option } from "commander";

import { isContinuousIntegration } from "../../base";
import type { Library } from "../library";
import type { AsyncAction } from "../options";
import { FORKS, ISOLATIONS, PACKAGE_MANAGERS, type ProjectRequest } from "../project";

interface InitOptions extends Pick<ProjectRequest, "isolation" | "fork" | "packageManager"> {
  readonly environments?: readonly string[];
  readonly yes: boolean;
}

/** `kapsule-guard init`, without what it does. */
export function initCommand(): Command {
  return new Command("init")
    .description("write a new project: a platform in several environments, with tests and pipelines")
    .argument("[folder]", "where to write it, such as my-platform; a new folder, or an empty one")
    .option("--environments <names>", "the environments, each a stack (default: development,staging,production)", list)
    .addOption(new Option("--isolation <way>", "how nodes are kept from the internet").choices(ISOLATIONS))
    .addOption(new Option("--fork <fork>", "CDKTF, or CDK Terrain").choices(FORKS))
    .addOption(new Option("--package-manager <name>", "what installs packages").choices(PACKAGE_MANAGERS))
    .option("-y, --yes", "take the default of whatever is not said, and ask nothing", false)
    .addHelpText(
      "after",
      "\nOn a terminal, what no option says is asked for. The template is one for `cdktf init --template` as well.",
    );
}

function list(value: string): string[] {
  return value.split(",").map((name) => name.trim());
}

/** What `init` does, with the library that has constructs. */
export function initWith(library: Library): AsyncAction<InitOptions> {
  return async ([folder], { yes, ...choices }, { out }) => {
    const isInteractive = !yes && !isContinuousIntegration() && process.stdin.isTTY && process.stdout.isTTY;
    const request = { ...(folder === undefined ? {} : { folder }), ...choices, isInteractive };
    out(await library.init().createProject(request));
    return 0;
  };
}
