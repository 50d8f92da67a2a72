export { Database, type DatabaseOptions, type DatabaseProps } from "./database";
export { DatabaseBase } from "./database-base";
export {
  DatabaseBackup,
  type DatabaseBackupOptions,
  type DatabaseCopyOptions,
  DatabaseSnapshot,
} from "./database-copies";
export { DatabaseInstance } from "./database-instance";
export {
  BLOCK_VOLUME_TYPES,
  type BlockVolumeType,
  DATABASE_ENGINES,
  DATABASE_VOLUME_TYPES,
  type DatabaseBackups,
  type DatabaseEngine,
  type DatabaseInstanceOptions,
  type DatabaseInstanceProps,
  type DatabaseLogsPolicy,
  type DatabaseNodeType,
  type DatabaseVolume,
  type DatabaseVolumeType,
  type RestoredDatabaseInstanceProps,
} from "./database-instance-props";
export {
  DATABASE_PERMISSIONS,
  type DatabasePermission,
  DatabaseUser,
  type DatabaseUserOptions,
  type DatabaseUserProps,
} from "./database-user";
export { Endpoint } from "./endpoint";
export type { IDatabaseInstance } from "./i-database-instance";
export { MongoDbInstance, type MongoDbInstanceProps, type MongoDbNodeType } from "./mongo-db-instance";
export type { NetworkedDatabaseProps } from "./networked-database";
export type { PrivateEndpointOptions } from "./private-endpoint";
export { ReadReplica, type ReadReplicaOptions, type ReadReplicaProps } from "./read-replica";
export { RedisCluster, type RedisClusterProps, type RedisNodeType } from "./redis-cluster";
