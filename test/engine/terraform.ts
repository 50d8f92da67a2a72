import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, Server } from "node:http";
import { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The engine to run: Terraform, unless another one such as OpenTofu is named. */
export const ENGINE = process.env.ENGINE ?? "terraform";

const UUID = "11111111-1111-1111-1111-111111111111";

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A stand-in for Scaleway's API on loopback. The provider retries for long where nothing listens, but not on 404. */
export async function startApi(): Promise<{ url: string; close: () => void }> {
  const server: Server = createServer((_request, response) => {
    response.writeHead(404, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Nothing of the caller's accounts or settings reaches the engine, only what finds and configures plugins. */
function environment(apiUrl: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(SCW_|TF_)/.test(name) || name === "TF_CLI_CONFIG_FILE",
  );
  return {
    ...Object.fromEntries(own),
    SCW_ACCESS_KEY: "SCWXXXXXXXXXXXXXXXXX",
    SCW_SECRET_KEY: UUID,
    SCW_DEFAULT_PROJECT_ID: UUID,
    SCW_DEFAULT_ORGANIZATION_ID: UUID,
    SCW_API_URL: apiUrl,
    SCW_CONFIG_PATH: "none",
    TF_IN_AUTOMATION: "1",
    TF_VAR_database_password: "not-a-secret",
  };
}

/** A folder with one configuration, in which the engine runs. */
export class Workspace {
  public readonly folder = mkdtempSync(join(tmpdir(), "kapsule-engine-"));

  /** @param state what exists already, a state v4. @default - nothing */
  constructor(
    configuration: object,
    private readonly apiUrl: string,
    state?: object,
  ) {
    const { terraform, ...rest } = configuration as { terraform: { backend?: unknown } };
    const { backend: _local, ...settings } = terraform;
    writeFileSync(join(this.folder, "cdk.tf.json"), JSON.stringify({ ...rest, terraform: settings }));
    if (state !== undefined) writeFileSync(join(this.folder, "terraform.tfstate"), JSON.stringify(state));
  }

  public run(...args: string[]): Promise<CommandResult> {
    return new Promise((resolve) => {
      const options = { cwd: this.folder, env: environment(this.apiUrl), maxBuffer: 64 * 1024 * 1024 };
      execFile(ENGINE, args, options, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 127;
        resolve({ code, stdout, stderr });
      });
    });
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
