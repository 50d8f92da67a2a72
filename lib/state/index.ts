export { ScalewayBackend, type ScalewayBackendProps } from "./scaleway-backend";
export { StateBucket, type StateBucketProps } from "./state-bucket";
