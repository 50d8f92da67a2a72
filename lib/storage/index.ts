export { BLOCK_SPEEDS, type BlockSpeed, BlockVolume, type BlockVolumeProps } from "./block-volume";
export { Bucket, type BucketProps } from "./bucket";
export { checkBucketName } from "./bucket-name";
export type { BucketAccess } from "./bucket-policy";
