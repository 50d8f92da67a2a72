import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { dummyAccount } from "../../lib/engine";

const HANDSHAKE_TIMEOUT_MS = 30_000;

/** The provider sees no account and no setting of the caller, only the stand-in for Scaleway's API. */
function environment(apiUrl: string, folder: string): NodeJS.ProcessEnv {
  return {
    TMPDIR: folder,
    TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
    PLUGIN_PROTOCOL_VERSIONS: "6",
    ...dummyAccount(apiUrl, folder),
  };
}

/** A running provider binary. Without a certificate of ours it speaks plain gRPC on a local socket. */
export class PluginProcess {
  private constructor(
    /** A gRPC target. */
    readonly target: string,
    readonly stop: () => void,
  ) {}

  /** @throws Error where the binary is no provider of protocol 6 */
  static async start(binary: string, apiUrl: string): Promise<PluginProcess> {
    const folder = mkdtempSync(join(tmpdir(), "probe-"));
    const child = spawn(binary, [], { env: environment(apiUrl, folder), stdio: ["ignore", "pipe", "ignore"] });
    const stop = (): void => {
      child.kill("SIGKILL");
      process.off("exit", stop);
      rmSync(folder, { recursive: true, force: true });
    };
    process.once("exit", stop);
    try {
      return new PluginProcess(targetOf(await firstLine(child)), stop);
    } catch (error) {
      stop();
      throw new Error(`${binary}: ${(error as Error).message}`, { cause: error });
    }
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      clearTimeout(late);
      reject(error);
    };
    const late = setTimeout(() => {
      fail(new Error("no handshake in 30 seconds"));
    }, HANDSHAKE_TIMEOUT_MS);
    child.once("error", fail);
    child.once("exit", (code) => {
      fail(new Error(`exited with ${code ?? "a signal"} before the handshake`));
    });
    if (child.stdout === null) return;
    createInterface(child.stdout).once("line", (line) => {
      clearTimeout(late);
      resolve(line);
    });
  });
}

/** `core version|protocol|network|address|transport`, as go-plugin prints it. */
function targetOf(handshake: string): string {
  const [, protocol, network, address, transport] = handshake.split("|");
  if (protocol !== "6" || transport !== "grpc" || address === undefined)
    throw new Error(`expected a provider of protocol 6, got "${handshake}"`);
  return network === "unix" ? `unix:${address}` : address;
}
