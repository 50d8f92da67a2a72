import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

const HANDSHAKE_TIMEOUT = 30_000;
const UUID = "11111111-1111-1111-1111-111111111111";

/** The provider sees no account and no setting of the caller, only the stand-in for Scaleway's API. */
function environment(apiUrl: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    TMPDIR: process.env.TMPDIR,
    TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
    PLUGIN_PROTOCOL_VERSIONS: "6",
    SCW_API_URL: apiUrl,
    SCW_CONFIG_PATH: "none",
    SCW_ACCESS_KEY: "SCWXXXXXXXXXXXXXXXXX",
    SCW_SECRET_KEY: UUID,
    SCW_DEFAULT_PROJECT_ID: UUID,
    SCW_DEFAULT_ORGANIZATION_ID: UUID,
  };
}

/** A running provider binary. Without a certificate of ours it speaks plain gRPC on a local socket. */
export class PluginProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** A gRPC target. */
    readonly target: string,
  ) {}

  /** @throws Error where the binary is no provider of protocol 6 */
  static async start(binary: string, apiUrl: string): Promise<PluginProcess> {
    const child = spawn(binary, [], { env: environment(apiUrl), stdio: ["ignore", "pipe", "ignore"] });
    const stop = (): void => void child.kill("SIGKILL");
    process.once("exit", stop);
    child.once("exit", () => process.off("exit", stop));
    try {
      const target = targetOf(await firstLine(child));
      return new PluginProcess(child, target);
    } catch (error) {
      stop();
      throw new Error(`${binary}: ${(error as Error).message}`, { cause: error });
    }
  }

  stop(): void {
    this.child.kill("SIGKILL");
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error("no handshake in 30 seconds"));
    }, HANDSHAKE_TIMEOUT);
    const settle = (done: () => void) => () => {
      clearTimeout(late);
      done();
    };
    child.once("error", (error) => settle(() => reject(error))());
    child.once("exit", (code) => settle(() => reject(new Error(`exited with ${code ?? "a signal"} before the handshake`)))());
    if (child.stdout === null) return;
    createInterface(child.stdout).once("line", (line) => settle(() => resolve(line))());
  });
}

/** `core version|protocol|network|address|transport`, as go-plugin prints it. */
function targetOf(handshake: string): string {
  const [, protocol, network, address, transport] = handshake.split("|");
  if (protocol !== "6" || transport !== "grpc" || address === undefined)
    throw new Error(`expected a provider of protocol 6, got "${handshake}"`);
  return network === "unix" ? `unix:${address}` : address;
}
