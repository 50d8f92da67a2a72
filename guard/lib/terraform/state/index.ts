export { backendOf, exactBackendOf } from "./backend";
export { type ReadState, statesReadBy } from "./remote-states";
export { type PriorState, readState, type StateInstance } from "./state";
export { exactRemoteStateLocation, remoteStateKey, remoteStateLocation } from "./state-location";
export { stateNameOf } from "./workspace";
