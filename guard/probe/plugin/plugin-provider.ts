import { type ServiceError, status } from "@grpc/grpc-js";

import { type Plan, PlanError, type PlanRequest, type Provider } from "../provider";
import { emptyObject, type ResourceSchema } from "../schema";
import type { ObjectValue } from "../value";
import { PluginClient } from "./client";
import { decodeValue, encodeValue } from "./encoding";
import type { Diagnostic, Response } from "./messages";
import { PluginProcess } from "./process";
import { resourceSchema } from "./schema";

const ERROR = 1;
/** Recent enough for every feature that a schema may need, such as write-only attributes. */
const TERRAFORM_VERSION = "1.11.4";

/** A provider binary behind the plugin protocol. It is started again when an input makes it panic. */
export class PluginProvider implements Provider {
  private running: Promise<{ process: PluginProcess; client: PluginClient }> | undefined;

  constructor(
    private readonly binary: string,
    private readonly apiUrl: string,
  ) {}

  async schemas(): Promise<ReadonlyMap<string, ResourceSchema>> {
    const { resourceSchemas } = await this.schemaResponse((await this.start()).client);
    const types = Object.entries(resourceSchemas).sort(([a], [b]) => (a < b ? -1 : 1));
    return new Map(types.map(([type, schema]) => [type, resourceSchema(type, schema)]));
  }

  async plan({ type, prior, proposed, config }: PlanRequest): Promise<Plan> {
    const { client } = await this.start();
    const request = {
      typeName: type,
      priorState: { msgpack: encodeValue(prior) },
      proposedNewState: { msgpack: encodeValue(proposed) },
      config: { msgpack: encodeValue(config) },
      clientCapabilities: { writeOnlyAttributesAllowed: true },
    };
    try {
      return toPlan(await client.call("PlanResourceChange", ["PlanRequest", request], "PlanResponse"));
    } catch (error) {
      if (error instanceof PlanError) throw error;
      throw await this.restarted(error);
    }
  }

  /**
   * What the provider reads a state of another release as.
   *
   * @param version Version of the format that the state has.
   * @throws PlanError where it cannot read it
   */
  async upgraded(type: string, version: number, state: ObjectValue): Promise<ObjectValue> {
    const { client } = await this.start();
    const request = { typeName: type, version, rawState: { json: Buffer.from(JSON.stringify(state)) } };
    const response = await client.call("UpgradeResourceState", ["UpgradeRequest", request], "UpgradeResponse");
    refuseErrors(response.diagnostics);
    if (response.upgradedState === null) throw new PlanError("the provider gives no state");
    return decodeValue(response.upgradedState.msgpack) as ObjectValue;
  }

  async validate(type: string, config: ObjectValue): Promise<readonly string[]> {
    const { client } = await this.start();
    const request = {
      typeName: type,
      config: { msgpack: encodeValue(config) },
      clientCapabilities: { writeOnlyAttributesAllowed: true },
    };
    try {
      const { diagnostics } = await client.call(
        "ValidateResourceConfig",
        ["ValidateRequest", request],
        "ValidateResponse",
      );
      return diagnostics
        .filter(({ severity }) => severity === ERROR)
        .map(({ detail, summary }) => (detail === "" ? summary : detail));
    } catch (error) {
      return [(await this.restarted(error)).message];
    }
  }

  async stop(): Promise<void> {
    const running = this.running;
    this.running = undefined;
    const { process, client } = (await running?.catch(() => undefined)) ?? {};
    client?.close();
    process?.stop();
  }

  /** What to say of a call that failed, once the process is gone: the next call starts another one. */
  private async restarted(error: unknown): Promise<PlanError> {
    await this.stop();
    const isLate = (error as ServiceError).code === status.DEADLINE_EXCEEDED;
    return new PlanError(isLate ? "the provider does not answer" : "the provider panics", { cause: error });
  }

  private start(): Promise<{ process: PluginProcess; client: PluginClient }> {
    this.running ??= this.startProcess();
    return this.running;
  }

  private async startProcess(): Promise<{ process: PluginProcess; client: PluginClient }> {
    const process = await PluginProcess.start(this.binary, this.apiUrl);
    const client = new PluginClient(process.target);
    const { provider } = await this.schemaResponse(client);
    const config = { msgpack: encodeValue(emptyObject(resourceSchema("provider", provider).fields)) };
    const request = { terraformVersion: TERRAFORM_VERSION, config };
    const { diagnostics } = await client.call("ConfigureProvider", ["ConfigureRequest", request], "ConfigureResponse");
    refuseErrors(diagnostics);
    return { process, client };
  }

  private schemaResponse(client: PluginClient): Promise<Response<"SchemaResponse">> {
    return client.call("GetProviderSchema", ["Nothing", {}], "SchemaResponse");
  }
}

function toPlan(response: Response<"PlanResponse">): Plan {
  refuseErrors(response.diagnostics);
  if (response.plannedState === null) throw new PlanError("the provider gives no plan");
  const paths = response.requiresReplace.map(({ steps }) =>
    steps.flatMap(({ attributeName }) => (attributeName === "" ? [] : [attributeName])).join("."),
  );
  return {
    planned: decodeValue(response.plannedState.msgpack) as ObjectValue,
    replaces: [...new Set(paths)],
    legacy: response.legacyTypeSystem,
  };
}

function refuseErrors(diagnostics: readonly Diagnostic[]): void {
  const error = diagnostics.find(({ severity }) => severity === ERROR);
  if (error !== undefined) throw new PlanError([error.summary, error.detail].filter((part) => part !== "").join(": "));
}
