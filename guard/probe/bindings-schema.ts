import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = join(__dirname, "../..");
const LARGEST_SCHEMA = 256 * 1024 * 1024;

/**
 * Writes the schema that the bindings are generated from, as Terraform prints it of a binary.
 *
 * @returns Whether there is a Terraform to ask.
 */
export function writeBindingsSchema(provider: string, release: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), "probe-schema-"));
  try {
    symlinkSync(resolve(provider), join(folder, "terraform-provider-scaleway"));
    const settings = join(folder, "terraformrc");
    // A binary under development needs no init and no registry.
    writeFileSync(
      settings,
      `provider_installation {\n  dev_overrides {\n    "scaleway/scaleway" = ${JSON.stringify(folder)}\n  }\n  direct {}\n}\n`,
    );
    const required = { scaleway: { source: "scaleway/scaleway" } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers: required } }));
    const schema = join(folder, "schema.json");
    const env = { ...process.env, TF_CLI_CONFIG_FILE: settings };
    const printed = execFileSync("terraform", ["providers", "schema", "-json"], {
      cwd: folder,
      env,
      maxBuffer: LARGEST_SCHEMA,
      stdio: ["ignore", "pipe", "ignore"],
    });
    writeFileSync(schema, printed);
    const update = ["run", "--silent", "update", "-w", "provider", "--"];
    execFileSync("npm", [...update, "--schema", schema, "--version", release], { cwd: ROOT, stdio: "ignore" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
