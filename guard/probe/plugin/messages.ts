import { type INamespace, Root } from "protobufjs";

const field = (type: string, id: number) => ({ type, id });
const repeated = (type: string, id: number) => ({ rule: "repeated", type, id });
const map = (type: string, id: number) => ({ keyType: "string", type, id });

/** The part of Terraform's plugin protocol 6 that the probe speaks; fields it does not read are left out. */
const protocol: INamespace = {
  nested: {
    Nothing: { fields: {} },
    DynamicValue: { fields: { msgpack: field("bytes", 1) } },
    ValidateRequest: {
      fields: {
        typeName: field("string", 1),
        config: field("DynamicValue", 2),
        clientCapabilities: field("ClientCapabilities", 3),
      },
    },
    ValidateResponse: { fields: { diagnostics: repeated("Diagnostic", 1) } },
    Diagnostic: { fields: { severity: field("int32", 1), summary: field("string", 2), detail: field("string", 3) } },
    AttributePath: { fields: { steps: repeated("Step", 1) } },
    Step: { fields: { attributeName: field("string", 1) } },
    Schema: { fields: { version: field("int64", 1), block: field("Block", 2) } },
    Block: { fields: { attributes: repeated("Attribute", 2), blockTypes: repeated("NestedBlock", 3) } },
    Attribute: {
      fields: {
        name: field("string", 1),
        type: field("bytes", 2),
        nestedType: field("NestedType", 10),
        required: field("bool", 4),
        optional: field("bool", 5),
        computed: field("bool", 6),
        sensitive: field("bool", 7),
        writeOnly: field("bool", 11),
      },
    },
    NestedBlock: {
      fields: {
        typeName: field("string", 1),
        block: field("Block", 2),
        nesting: field("int32", 3),
        minItems: field("int64", 4),
        maxItems: field("int64", 5),
      },
    },
    NestedType: { fields: { attributes: repeated("Attribute", 1), nesting: field("int32", 3) } },
    SchemaResponse: {
      fields: {
        provider: field("Schema", 1),
        resourceSchemas: map("Schema", 2),
        diagnostics: repeated("Diagnostic", 4),
      },
    },
    UpgradeRequest: {
      fields: { typeName: field("string", 1), version: field("int64", 2), rawState: field("RawState", 3) },
    },
    RawState: { fields: { json: field("bytes", 1) } },
    UpgradeResponse: {
      fields: { upgradedState: field("DynamicValue", 1), diagnostics: repeated("Diagnostic", 2) },
    },
    ConfigureRequest: { fields: { terraformVersion: field("string", 1), config: field("DynamicValue", 2) } },
    ConfigureResponse: { fields: { diagnostics: repeated("Diagnostic", 1) } },
    PlanRequest: {
      fields: {
        typeName: field("string", 1),
        priorState: field("DynamicValue", 2),
        proposedNewState: field("DynamicValue", 3),
        config: field("DynamicValue", 4),
        clientCapabilities: field("ClientCapabilities", 7),
      },
    },
    ClientCapabilities: { fields: { writeOnlyAttributesAllowed: field("bool", 2) } },
    PlanResponse: {
      fields: {
        plannedState: field("DynamicValue", 1),
        requiresReplace: repeated("AttributePath", 2),
        diagnostics: repeated("Diagnostic", 4),
        legacyTypeSystem: field("bool", 5),
      },
    },
  },
};

interface DynamicValue {
  readonly msgpack: Uint8Array;
}
export interface Diagnostic {
  readonly severity: number;
  readonly summary: string;
  readonly detail: string;
}
export interface SchemaMessage {
  readonly version: number;
  readonly block: BlockMessage;
}
export interface BlockMessage {
  readonly attributes: readonly AttributeMessage[];
  readonly blockTypes: readonly NestedBlockMessage[];
}
export interface AttributeMessage {
  readonly name: string;
  readonly type: Uint8Array;
  readonly nestedType: { readonly attributes: readonly AttributeMessage[]; readonly nesting: number } | null;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  readonly sensitive: boolean;
  readonly writeOnly: boolean;
}
export interface NestedBlockMessage {
  readonly typeName: string;
  readonly block: BlockMessage;
  readonly nesting: number;
  readonly minItems: number;
  readonly maxItems: number;
}

interface Requests {
  Nothing: object;
  ValidateRequest: {
    typeName: string;
    config: DynamicValue;
    clientCapabilities: { writeOnlyAttributesAllowed: boolean };
  };
  UpgradeRequest: { typeName: string; version: number; rawState: { json: Uint8Array } };
  ConfigureRequest: { terraformVersion: string; config: DynamicValue };
  PlanRequest: {
    typeName: string;
    priorState: DynamicValue;
    proposedNewState: DynamicValue;
    config: DynamicValue;
    clientCapabilities: { writeOnlyAttributesAllowed: boolean };
  };
}

interface Responses {
  SchemaResponse: {
    provider: SchemaMessage;
    resourceSchemas: Record<string, SchemaMessage>;
    diagnostics: readonly Diagnostic[];
  };
  UpgradeResponse: { upgradedState: DynamicValue | null; diagnostics: readonly Diagnostic[] };
  ConfigureResponse: { diagnostics: readonly Diagnostic[] };
  ValidateResponse: { diagnostics: readonly Diagnostic[] };
  PlanResponse: {
    plannedState: DynamicValue | null;
    requiresReplace: readonly { steps: readonly { attributeName: string }[] }[];
    diagnostics: readonly Diagnostic[];
    legacyTypeSystem: boolean;
  };
}

export type RequestName = keyof Requests;
export type Request<N extends RequestName> = Requests[N];
export type ResponseName = keyof Responses;
export type Response<N extends ResponseName> = Responses[N];

const root = Root.fromJSON(protocol);

export function encode<N extends RequestName>(name: N, message: Request<N>): Buffer {
  return Buffer.from(root.lookupType(name).encode(message).finish());
}

export function decode<N extends ResponseName>(name: N, bytes: Buffer): Response<N> {
  const type = root.lookupType(name);
  return type.toObject(type.decode(bytes), { defaults: true, longs: Number }) as Response<N>;
}
