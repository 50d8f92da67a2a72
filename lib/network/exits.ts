import type { IConstruct } from "constructs";

/** Something that leads out of a network. */
export interface Exit extends IConstruct {
  /** What has to be there before it leads anywhere: its `Resource` is waited for. */
  readonly attachment: IConstruct;
  /** Its zone, where it was stated. */
  readonly zone?: string;
  /** Whether machines take it for the internet by themselves. */
  readonly isDefaultRoute: boolean;
}

type Listener = (exit: Exit) => void;

interface Exits {
  readonly made: Exit[];
  readonly listeners: Listener[];
}

/** In the network itself, so that two copies of the library in one app see the same. */
const EXITS = Symbol.for("cdktf-scaleway-kapsule.Exits");

function exits(network: IConstruct & { [EXITS]?: Exits }): Exits {
  return (network[EXITS] ??= { made: [], listeners: [] });
}

/** The ways out of a network so far. */
export function exitsOf(network: IConstruct): readonly Exit[] {
  return exits(network).made;
}

/** Tells those who use a network of a way out. */
export function addExit(network: IConstruct, exit: Exit): void {
  const { made, listeners } = exits(network);
  made.push(exit);
  for (const listener of listeners) listener(exit);
}

/** Hears of every way out of a network: those that are there, and those that come later. */
export function onExit(network: IConstruct, listener: Listener): void {
  const { made, listeners } = exits(network);
  listeners.push(listener);
  made.forEach(listener);
}
