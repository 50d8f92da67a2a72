import { chosenAmong, newestRelease, releaseBy, type ReleaseInUse } from "../../../provider";
import {
  Address,
  backendOf,
  type Configuration,
  defaultProviderOf,
  ignoredAt,
  isJsonObject,
  type Json,
  ModuleAddress,
  providerConstraint,
  readConfiguration,
  sha256,
  type Surroundings,
  type Value,
  withinLimits,
} from "../../../terraform";
import { type Baseline, type BaselineInstance, type KeptArguments, keptByDefault } from "../baseline";
import { lockedBaselineOf } from "../from-configuration";
import { decodeValue, encodeMap } from "./encoding";

export const lockVersion = 1;

/** What a lock belongs to. */
export interface LockIdentity {
  /** Id of the stack. */
  readonly stack: string;
  /** Where the state is. @default - what the configuration's backend block says, without credentials */
  readonly backend?: string | undefined;
  /** Whether nothing of the stack exists yet. @default false */
  readonly draft?: boolean;
  /** The version of the Scaleway provider that `terraform init` chose. @default - nobody knows it */
  readonly resolved?: string | undefined;
}

/** One resource of a lock. Absent properties are at their default. */
export interface LockedResource {
  /** Construct path. */
  readonly path?: string;
  /** Resource type. */
  readonly type: string;
  /** Provider block, when it is not the default one. */
  readonly provider?: string;
  /** Whether Terraform refuses to destroy it. */
  readonly preventDestroy?: true;
  /** Whether OpenTofu forgets it where it would be destroyed (`lifecycle.destroy = false`). */
  readonly skipDestroy?: true;
  /** What Terraform does not compare. */
  readonly ignoreChanges?: "all" | readonly string[];
  /** Set when the resource stands for instances that count or for_each do not tell. */
  readonly instances?: string;
  /** Set when any change of the resource counts, so that every argument is kept. */
  readonly complete?: true;
  /** The arguments that decide about replacement, as comparing needs them; every one where `complete` is set. */
  readonly values: Readonly<Record<string, Json>>;
}

/** Which release of the Scaleway provider deploys a stack, as far as its files tell. */
interface LockedProvider {
  /** What `required_providers` takes. @default - it takes any */
  readonly required?: string;
  /** What `terraform init` chose of these. @default - nobody knows it */
  readonly resolved?: string;
  /** The newest release whose behaviour was known when the lock was written, which decides what it keeps. */
  readonly known: string;
}

/** A baseline written down: what `before` has to be known for, and no more. Secrets are salted digests. */
export interface Lock {
  /** Version of the format. */
  readonly lockVersion: number;
  /** Id of the stack. */
  readonly stack: string;
  /** Where the state is; null where nothing says it. */
  readonly backend: string | null;
  /** Set while nothing of the stack exists: it is what its first apply would make. */
  readonly draft?: true;
  /** What digests of secrets are salted with. */
  readonly salt: string;
  /** The Scaleway provider that deploys it. @default - nothing is known of it, as in locks of earlier versions of this library */
  readonly provider?: LockedProvider;
  /** What provider blocks pass on. */
  readonly providers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Digests of modules that were not read, by address. */
  readonly modules: Readonly<Record<string, string>>;
  /** By address. */
  readonly resources: Readonly<Record<string, LockedResource>>;
}

/** Whether a parsed JSON value says that it is a lock. */
export function isLock(input: unknown): boolean {
  return isJsonObject(input) && Object.hasOwn(input, "lockVersion");
}

/**
 * Writes a configuration down as a lock. The same input gives the same lock.
 *
 * @param surroundings What it is evaluated with. @default - its text alone
 * @throws RecreationInputError when the configuration cannot be read.
 */
export function lockOf(input: unknown, identity: LockIdentity, surroundings: Surroundings = {}): Lock {
  return withinLimits("the configuration", () => writtenDown(input, identity, surroundings));
}

function writtenDown(input: unknown, identity: LockIdentity, surroundings: Surroundings): Lock {
  const configuration: Configuration = readConfiguration(input);
  const salt = sha256(`kapsule lock of ${identity.stack}`).slice(0, 32);
  const provider = lockedProvider(input, identity, surroundings);
  const baseline = lockedBaselineOf(configuration, salt, {
    surroundings,
    release: releaseBy(provider).release,
  });
  return {
    lockVersion,
    stack: identity.stack,
    backend: identity.backend ?? backendOf(input) ?? null,
    ...(identity.draft === true ? { draft: true as const } : {}),
    salt,
    provider,
    providers: fromEntries([...baseline.providers].map(([name, values]) => [name, fromEntries([...values])])),
    modules: fromEntries([...baseline.modules].map(([address, digest]) => [address.toString(), digest])),
    resources: fromEntries(
      [...baseline.instances.values()].map((each) => [each.address.toString(), lockedResource(each)]),
    ),
  };
}

function lockedProvider(input: unknown, { resolved: chosen }: LockIdentity, { modules }: Surroundings): LockedProvider {
  const required = providerConstraint(input, modules);
  const resolved = chosenAmong(required, chosen);
  return {
    ...(required === undefined ? {} : { required }),
    ...(resolved === undefined ? {} : { resolved }),
    known: newestRelease.version,
  };
}

function lockedResource(deployed: BaselineInstance): LockedResource {
  const { path, provider, ignoreChanges, undetermined } = deployed;
  const { type } = deployed.address;
  const locked: { -readonly [name in keyof LockedResource]?: LockedResource[name] } = {};
  if (path !== undefined) locked.path = path;
  locked.type = type;
  if (provider !== defaultProviderOf(type)) locked.provider = provider;
  if (deployed.preventDestroy) locked.preventDestroy = true;
  if (deployed.skipDestroy) locked.skipDestroy = true;
  if (ignoreChanges.length > 0)
    locked.ignoreChanges = ignoreChanges === "all" ? ignoreChanges : ignoreChanges.map(String);
  if (undetermined !== undefined) locked.instances = undetermined;
  if (deployed.kept === "all" && keptByDefault(type) !== "all") locked.complete = true;
  return { ...locked, type, values: encodeMap(deployed.values) };
}

/** Own properties in order, also for keys such as `__proto__`. */
function fromEntries<T>(entries: [string, T][]): Record<string, T> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The release that deploys a stack by its lock; undefined for a lock that does not tell. */
function releaseOfLock({ provider }: Lock): ReleaseInUse | undefined {
  return provider && releaseBy(provider);
}

/** The baseline that a lock is the written form of. @param release What made it. @default - what the lock says */
export function baselineOfLock(lock: Lock, release = releaseOfLock(lock)?.release ?? newestRelease): Baseline {
  const instances = new Map<Address, BaselineInstance>();
  for (const [written, locked] of Object.entries(lock.resources)) {
    const address = Address.parse(written);
    instances.set(address, {
      address,
      path: locked.path,
      provider: locked.provider ?? defaultProviderOf(locked.type),
      preventDestroy: locked.preventDestroy === true,
      skipDestroy: locked.skipDestroy === true,
      ignoreChanges: locked.ignoreChanges === "all" ? "all" : ignoredAt(locked.ignoreChanges ?? []),
      values: new Map(
        Object.entries(locked.values).map(([name, json]): [string, Value] => [name, decodeValue(json, lock.salt)]),
      ),
      kept: keptIn(locked),
      ...(locked.instances === undefined ? {} : { undetermined: locked.instances }),
    });
  }
  const providers = new Map(
    Object.entries(lock.providers).map(([name, values]) => [name, new Map(Object.entries(values))]),
  );
  return {
    instances,
    providers,
    modules: new Map(Object.entries(lock.modules).map(([address, digest]) => [ModuleAddress.parse(address), digest])),
    release,
    writtenFor: lock.provider?.known,
    salt: lock.salt,
  };
}

function keptIn({ complete, type }: LockedResource): KeptArguments {
  return complete === true ? "all" : keptByDefault(type);
}
