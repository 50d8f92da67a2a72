import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The account that plans are made for; it exists nowhere. */
export const dummyProject = "11111111-1111-1111-1111-111111111111";

/** What an engine needs of its surroundings to start, and to find or download providers. */
const needed = /^(?:PATH|PATHEXT|SYSTEMROOT|COMSPEC|TMPDIR|TEMP|TMP|LANG|LC_\w+|SSL_CERT_FILE|SSL_CERT_DIR)$/i;
const neededToInstall =
  /^(?:HOME|USERPROFILE|APPDATA|LOCALAPPDATA|XDG_\w+|HTTPS?_PROXY|NO_PROXY|TF_PLUGIN_CACHE_DIR)$/i;

/** For installing providers: the caller's home, where local providers and mirrors are set up, but no credentials. */
export function installEnvironment(dataFolder: string, cacheFolder: string): NodeJS.ProcessEnv {
  return {
    TF_PLUGIN_CACHE_DIR: cacheFolder,
    ...selected((name) => needed.test(name) || neededToInstall.test(name)),
    ...settings(),
    ...common(dataFolder),
    // The lock file that the installation writes is thrown away, so that it need not hold for other platforms.
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "1",
  };
}

/** For planning: nothing of the caller's account or files, and no server but the stand-in. */
export function planEnvironment(dataFolder: string, home: string, apiUrl: string): NodeJS.ProcessEnv {
  return {
    ...selected((name) => needed.test(name)),
    ...settings(),
    ...common(dataFolder),
    HOME: home,
    USERPROFILE: home,
    HTTP_PROXY: apiUrl,
    HTTPS_PROXY: apiUrl,
    NO_PROXY: "127.0.0.1,localhost",
    ...dummyAccount(apiUrl, home),
  };
}

/** An account that exists nowhere, whose API is the stand-in, and no settings of the caller's. */
export function dummyAccount(apiUrl: string, home: string): NodeJS.ProcessEnv {
  return {
    SCW_ACCESS_KEY: "SCWXXXXXXXXXXXXXXXXX",
    SCW_SECRET_KEY: dummyProject,
    SCW_DEFAULT_PROJECT_ID: dummyProject,
    SCW_DEFAULT_ORGANIZATION_ID: dummyProject,
    SCW_API_URL: apiUrl,
    SCW_CONFIG_PATH: join(home, "none"),
  };
}

function common(dataFolder: string): NodeJS.ProcessEnv {
  return { TF_DATA_DIR: dataFolder, TF_IN_AUTOMATION: "1", TF_INPUT: "0", CHECKPOINT_DISABLE: "1" };
}

/** The caller's settings of the engine, which can name providers under development. */
function settings(): NodeJS.ProcessEnv {
  const own = [".terraformrc", ".tofurc"].map((name) => join(homedir(), name));
  const file = [process.env.TF_CLI_CONFIG_FILE ?? "", ...own].find((each) => existsSync(each));
  return file === undefined ? {} : { TF_CLI_CONFIG_FILE: file };
}

function selected(include: (name: string) => boolean): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => include(name)));
}
