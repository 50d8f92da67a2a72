import type { Prediction } from "../prediction";
import { accessOpened } from "./access-opened";
import { apiOpened } from "./api-opened";
import { backendChanged } from "./backend-changed";
import { cascade } from "./cascade";
import { deposed } from "./deposed";
import { engineUpgrade } from "./engine-upgrade";
import { fewerInstances } from "./fewer-instances";
import { type Finding, sortFindings } from "./finding";
import { forgotten } from "./forgotten";
import { generatedName } from "./generated-name";
import { ignoredChange } from "./ignored-change";
import { immutableAttribute } from "./immutable-attribute";
import { lockMissing } from "./lock-missing";
import { lostProtection } from "./lost-protection";
import { removed } from "./removed";
import { renamed } from "./renamed";
import { replaceTriggeredBy } from "./replace-triggered-by";
import { requested } from "./requested";
import type { Rule } from "./rule";
import { stackRemoved } from "./stack-removed";
import { stackRenamed } from "./stack-renamed";
import { tainted } from "./tainted";
import { unchecked } from "./unchecked";

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  accessOpened,
  apiOpened,
  backendChanged,
  cascade,
  deposed,
  engineUpgrade,
  fewerInstances,
  forgotten,
  generatedName,
  ignoredChange,
  immutableAttribute,
  lockMissing,
  lostProtection,
  removed,
  renamed,
  replaceTriggeredBy,
  requested,
  stackRemoved,
  stackRenamed,
  tainted,
  unchecked,
];

/** All that the rules find in a prediction. */
export function findingsOf(prediction: Prediction): Finding[] {
  return sortFindings(rules.flatMap((rule) => rule.find(prediction)));
}
