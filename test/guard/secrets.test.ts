import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import {
  App,
  AzurermBackend,
  ConsulBackend,
  CosBackend,
  GcsBackend,
  HttpBackend,
  OssBackend,
  PgBackend,
  RemoteBackend,
  S3Backend,
  TerraformElement,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
} from "cdktf";

import { run, runAsync } from "../../guard/lib/cli/run";
import type { Attribute } from "../../guard/lib/provider/behaviour/behaviour";
import { newestRelease } from "../../guard/lib/provider/releases/provider-release";
import type { Json, JsonObject } from "../../guard/lib/terraform/values/json";
import { RecreationGuard } from "../../lib/guard/recreation-guard";
import { LIBRARY } from "../support/library";
import { guardedProject } from "./support";

const project = guardedProject();

/** What no lock, report or message may have in it. */
const MARKER = "hunter2";

function isSecret({ sensitive, writeOnly }: Attribute): boolean {
  return sensitive === true || writeOnly === true;
}

/** A value for every sensitive or write-only attribute of a type, and for the blocks on the way to it. */
function secretsOf(attributes: Iterable<Attribute>, marker: string): JsonObject {
  const found: JsonObject = {};
  for (const attribute of attributes) {
    const { name, type = "", block, children } = attribute;
    if (block !== undefined) {
      const inside = secretsOf(children.values(), marker);
      if (Object.keys(inside).length > 0) found[name] = [inside];
    } else if (isSecret(attribute)) {
      const list: Json = /^(?:list|set)/.test(type) ? [marker] : type.startsWith("map") ? { key: marker } : marker;
      found[name] = type === "number" ? 1 : list;
    }
  }
  return found;
}

class Raw extends TerraformElement {
  constructor(
    stack: TerraformStack,
    id: string,
    private readonly json: JsonObject,
  ) {
    super(stack, id);
  }

  public override toTerraform(): JsonObject {
    return this.json;
  }
}

/** A stack with a marker in every place that holds secrets; the edit changes the settings beside them. */
function addStack(backend: (stack: TerraformStack) => void, edited: boolean, skipValidation = true): void {
  // So many secrets at once are more than the provider takes, some of which exclude each other.
  const app = new App({ outdir: project.outdir, skipValidation });
  const network = new TerraformStack(app, "network");
  backend(network);
  const variable = new TerraformVariable(network, "secret", { default: `${MARKER} variable`, sensitive: true });
  new TerraformOutput(network, "token", { value: `${MARKER} output`, sensitive: true });
  network.node.addMetadata("note", `${MARKER} metadata`);
  const resource: Record<string, JsonObject> = {};
  for (const type of newestRelease.types()) {
    const marker = edited ? `${MARKER} new ${type}` : `${MARKER} old ${type}`;
    // A password in a URL is one wherever it stands.
    const name = `https://user:${MARKER}@it.example/${edited ? "new" : "old"}`;
    resource[type] = { it: { name, ...secretsOf(newestRelease.behaviourOf(type).attributes.values(), marker) } };
  }
  resource.null_resource = { it: { triggers: { password: `${MARKER} trigger ${edited}` } } };
  resource.kubernetes_secret = { it: { data: { password: `${MARKER} data ${edited}` } } };
  resource.scaleway_vpc = { it: { name: "v", project_id: variable.stringValue, tags: ["${null_resource.it.id}"] } };
  new Raw(network, "raw", {
    resource,
    locals: { password: `${MARKER} local`, derived: "${var.secret}-${local.password}" },
    provider: { scaleway: [{ region: "fr-par", secret_key: `${MARKER} provider`, access_key: `${MARKER} access` }] },
  });
  RecreationGuard.of(network, { lockFile: project.lockFile("network") });

  const platform = new TerraformStack(app, "platform");
  const remote = new Raw(platform, "raw", {
    provider: { scaleway: [{ region: "fr-par" }] },
    resource: {
      scaleway_vpc_private_network: { it: { name: "n", vpc_id: "${data.terraform_remote_state.r.outputs.v}" } },
    },
    data: { terraform_remote_state: { r: backendOf(network) } },
  });
  remote.node.addMetadata("note", MARKER);
  RecreationGuard.of(platform, { lockFile: project.lockFile("platform") });
  app.synth();
}

/** The remote state that another stack would read, with all that the backend was told. */
function backendOf(stack: TerraformStack): JsonObject {
  const { backend } = (stack.toTerraform() as { terraform: { backend: Record<string, JsonObject> } }).terraform;
  const [name = "", config = {}] = Object.entries(backend)[0] ?? [];
  return { backend: name, config };
}

const url = `https://user:${MARKER}@states.example/platform?token=${MARKER}`;
const backends: Record<string, (stack: TerraformStack) => void> = {
  azurerm: (stack) =>
    new AzurermBackend(stack, {
      storageAccountName: "a",
      containerName: "c",
      key: "k",
      accessKey: MARKER,
      clientSecret: MARKER,
      sasToken: MARKER,
    }),
  consul: (stack) => new ConsulBackend(stack, { path: "p", accessToken: MARKER, httpAuth: `user:${MARKER}` }),
  cos: (stack) => new CosBackend(stack, { bucket: "b", secretId: MARKER, secretKey: MARKER }),
  gcs: (stack) =>
    new GcsBackend(stack, { bucket: "b", accessToken: MARKER, credentials: MARKER, encryptionKey: MARKER }),
  http: (stack) => new HttpBackend(stack, { address: url, lockAddress: url, username: "u", password: MARKER }),
  oss: (stack) => new OssBackend(stack, { bucket: "b", accessKey: MARKER, secretKey: MARKER, securityToken: MARKER }),
  pg: (stack) => new PgBackend(stack, { connStr: `postgres://user:${MARKER}@db.example/state?sslpassword=${MARKER}` }),
  remote: (stack) => new RemoteBackend(stack, { organization: "o", token: MARKER, workspaces: { name: "w" } }),
  s3: (stack) =>
    new S3Backend(stack, {
      bucket: "b",
      key: "k",
      accessKey: MARKER,
      secretKey: MARKER,
      token: MARKER,
      kmsKeyId: MARKER,
    }),
};

/** All that stays of a synth but the configuration itself, which Terraform needs. */
function leftBehind(said: string[]): string {
  const files = readdirSync(project.folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith("out") && statSync(join(project.folder, name)).isFile())
    .map((name) => readFileSync(join(project.folder, name), "utf8"));
  expect(files.length).toBeGreaterThan(0);
  return [...files, ...said].join("\n");
}

test.each(Object.entries(backends))("nothing secret is in a lock, a report or a message: %s", (_, backend) => {
  addStack(backend, false);
  const edited = join(project.folder, "out-edited.json");
  writeFileSync(
    edited,
    readFileSync(project.stackFile("network"), "utf8")
      .replaceAll(`${MARKER} old`, `${MARKER} new`)
      .replaceAll("it.example/old", "it.example/new"),
  );
  const said: string[] = [...project.printed];
  let message = "";
  try {
    addStack(backend, true);
  } catch (error) {
    ({ message } = error as Error);
  }
  expect(message).toContain("the recreation guard stopped this synth");
  expect(message).toContain("(sensitive value)");
  const streams = { out: (text: string) => said.push(text), err: (text: string) => said.push(text), color: false };
  for (const format of ["text", "json", "markdown", "sarif", "junit"]) {
    const options = ["--lock", project.lockFile("network"), "--format", format, "--verbose"];
    expect(run(["check", edited, ...options], streams)).toBe(1);
  }
  expect(said.join("\n")).toContain("https://…@it.example/");
  expect(leftBehind([...said, message])).not.toContain(MARKER);
});

test.each(["check", "plan", "lock", "adopt"])("nothing of a broken file is in what %s says of it", async (command) => {
  const file = join(project.folder, "broken.json");
  writeFileSync(file, `{ "version": 4, "password": ${MARKER} }`);
  const said: string[] = [];
  const streams = { out: (text: string) => said.push(text), err: (text: string) => said.push(text), color: false };
  const given: Record<string, string[]> = {
    check: [file, "--before", file],
    plan: [file],
    lock: [file, "--out", join(project.folder, "lock.json")],
    adopt: ["--state", file, "--out", join(project.folder, "new")],
  };
  expect(await runAsync([command, ...(given[command] ?? [])], streams, LIBRARY)).toBe(2);
  expect(said.join("\n")).toMatch(/broken\.json: not JSON \(line 1, column \d+\)/);
  expect(said.join("\n")).not.toContain(MARKER);
});

test("nothing secret is in the message about what the provider would refuse", () => {
  let message = "";
  try {
    addStack(backends.s3!, false, false);
  } catch (error) {
    ({ message } = error as Error);
  }
  expect(message).toContain("password and password_wo must not be set together");
  expect(message).not.toContain(MARKER);
});
