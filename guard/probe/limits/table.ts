import {
  type ArgumentLimit,
  type ArgumentSet,
  isBlock,
  type LimitTable,
  newestRelease,
  type ValueArgument,
} from "../../lib/provider";
import { type CreateRequest, REQUESTS } from "./requests";
import { type Messages, messagesOf } from "./sdk";

/** The limits that Scaleway's SDK states for the arguments of the provider. @throws Error for a mapping to nothing */
export function limitTable(): LimitTable {
  const apis = new Map(
    [...new Set(Object.values(REQUESTS).map(({ api }) => api))].map((api) => [api, messagesOf(api)]),
  );
  const resources: Record<string, Record<string, ArgumentLimit>> = {};
  for (const [type, request] of Object.entries(REQUESTS)) {
    const schema = newestRelease.argumentsOf(type);
    const messages = apis.get(request.api);
    if (schema === undefined || messages === undefined) throw new Error(`there is no resource ${type}`);
    const limits = limitsOf(type, schema, request, messages);
    if (Object.keys(limits).length > 0) resources[type] = limits;
  }
  return { sources: [...new Set([...apis.values()].map(({ source }) => source))].sort(), resources };
}

function limitsOf(
  type: string,
  schema: ArgumentSet,
  request: CreateRequest,
  messages: Messages,
): Record<string, ArgumentLimit> {
  const own = Object.keys(schema.arguments).map((name): [string, string] => [
    name,
    `${request.name}.${camelCase(name)}`,
  ]);
  const paths = new Map([...own, ...Object.entries(request.fields ?? {})]);
  const found: Record<string, ArgumentLimit> = {};
  for (const [path, field] of paths) {
    if (request.except?.[path] !== undefined) continue;
    const argument = argumentAt(schema, path);
    const [message = "", name = ""] = field.split(".");
    const isMapped = request.fields?.[path] !== undefined;
    if (isMapped && (argument === undefined || !messages.has(message, name)))
      throw new Error(`${type}.${path} or ${field} is not there`);
    const limit = argument && limitAt(argument, messages, message, name);
    if (limit !== undefined) found[path] = { ...limit, field };
  }
  return found;
}

function limitAt(
  argument: ValueArgument,
  messages: Messages,
  message: string,
  name: string,
): Omit<ArgumentLimit, "field"> | undefined {
  const limit = messages.limit(message, name);
  const values =
    argument.oneOf === undefined
      ? messages.values(message, name)?.filter((value) => !value.includes("unknown"))
      : undefined;
  if (limit === undefined && values === undefined) return undefined;
  return { ...limit, ...(values === undefined ? {} : { oneOf: values }) };
}

function argumentAt(schema: ArgumentSet, path: string): ValueArgument | undefined {
  const [name = "", ...rest] = path.split(".");
  const argument = schema.arguments[name];
  if (argument === undefined) return undefined;
  if (rest.length > 0) return isBlock(argument) ? argumentAt(argument, rest.join(".")) : undefined;
  return isBlock(argument) ? undefined : argument;
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
