export { BLOCK_SPEEDS, type BlockSpeed, BlockVolume, type BlockVolumeProps } from "./block-volume";
export { Bucket, type BucketProps } from "./bucket";
export type { BucketAccess } from "./bucket-policy";
export { checkBucketName } from "./bucket-name";
