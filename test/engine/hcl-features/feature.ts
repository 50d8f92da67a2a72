/** The files of a folder by their paths; a text alone is `main.tf`. */
export type Files = string | Readonly<Record<string, string>>;

/** One feature of Terraform's language, with an edit that loses something through it and the nearest one that does not. */
export interface Feature {
  readonly name: string;
  readonly before: Files;
  readonly loses?: Files;
  readonly keeps?: Files;
  /** What `terraform.workspace` is. */
  readonly workspace?: string;
  /** Why the files cannot tell that the harmless edit is one. */
  readonly undecidable?: string;
  /** What the guard does not get right yet. */
  readonly fault?: string;
}

const PARENT = "fr-par/11111111-1111-1111-1111-111111111111";

/** A pool, whose name is immutable and may be any string. */
export const poolNamed = (name: string, more = "", label = "d"): string => `
resource "scaleway_k8s_pool" "${label}" {
  cluster_id = "${PARENT}"
  node_type  = "DEV1-M"
  size       = 1
  name       = ${name}
  ${more}
}
`;

/** A pool, whose node type, name, zone and size of the root volume are immutable. */
export const pool = (more: string, label = "p"): string => `
resource "scaleway_k8s_pool" "${label}" {
  cluster_id = "${PARENT}"
  size       = 1
  ${more}
}
`;

/** A cluster, whose CNI, type and private network are immutable. */
export const cluster = (more: string, label = "c"): string => `
resource "scaleway_k8s_cluster" "${label}" {
  name                        = "c"
  version                     = "1.35.3"
  delete_additional_resources = true
  ${more}
}
`;

/** A database instance, whose engine and first user are immutable. */
export const instance = (more: string, label = "i"): string => `
resource "scaleway_rdb_instance" "${label}" {
  name      = "i"
  node_type = "DB-DEV-S"
  password  = "Not-a-secret-1"
  ${more}
}
`;

/** A private network, whose subnet is immutable. */
export const network = (subnet: string, label = "n"): string => `
resource "scaleway_vpc_private_network" "${label}" {
  ipv4_subnet {
    subnet = ${subnet}
  }
}
`;

/** A pool whose name is worked out by a function, with another result, and the result itself. */
export const named = (name: string, before: string, loses: string, keeps: string): Feature => ({
  name,
  before: poolNamed(before),
  loses: poolNamed(loses),
  keeps: poolNamed(keeps),
});
