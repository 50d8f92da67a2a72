export { isDeciding, isLocked, isRecomputing } from "./deciding";
export { areApart, type Region, regionOfZone, REGIONS, type Zone, ZONES } from "./localities";
export { isNeverRead } from "./never-read";
export { rangeOf } from "./node-ranges";
export { PERMISSION_SETS, type PermissionSet } from "./permission-sets";
export { type Reader, type Safeguard, safeguardsOf } from "./safeguards";
export { setByScaleway, takenWhenUnset } from "./set-by-scaleway";
export { isStateful, losses, stateful, type StatefulReason } from "./stateful";
