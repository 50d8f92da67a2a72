import type { IConstruct } from "constructs";

import { Slot } from "../core";

/** Something that leads out of a network. */
export interface EgressPoint extends IConstruct {
  /** What has to be there before it leads anywhere: its `Resource` is waited for. */
  readonly attachment: IConstruct;
  /** Its zone, where it was configured. */
  readonly zone?: string;
  /** Whether machines take it for the internet by themselves. */
  readonly isDefaultRoute: boolean;
}

type Listener = (point: EgressPoint) => void;

interface EgressPoints {
  readonly made: EgressPoint[];
  readonly listeners: Listener[];
}

const egressPoints = new Slot<EgressPoints>("EgressPoints", () => ({ made: [], listeners: [] }));

/** The egress points of a network so far. */
export function egressPointsOf(network: IConstruct): readonly EgressPoint[] {
  return egressPoints.in(network).made;
}

/** Tells those who use a network of an egress point. */
export function addEgressPoint(network: IConstruct, point: EgressPoint): void {
  const { made, listeners } = egressPoints.in(network);
  made.push(point);
  for (const listener of listeners) listener(point);
}

/** Hears of every egress point of a network: those that are there, and those that come later. */
export function onEgressPoint(network: IConstruct, listener: Listener): void {
  const { made, listeners } = egressPoints.in(network);
  listeners.push(listener);
  made.forEach(listener);
}
