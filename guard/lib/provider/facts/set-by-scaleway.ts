/** An argument that every object has, whether or not a configuration ever named it. */
interface SetByScaleway {
  readonly type: string;
  readonly attribute: string;
  /** What happened, and where Scaleway says so. */
  readonly because: string;
  /** How to say what the object has. */
  readonly remedy: string;
}

/**
 * What Scaleway changed behind the code: no object is without it any more, so that "not set" says nothing of what exists. Each row with its
 * source.
 */
const ROWS: readonly SetByScaleway[] = [
  {
    // Kubernetes changelog of Scaleway, 2023-10: the API demands a network, and clusters without one were moved into one.
    type: "scaleway_k8s_cluster",
    attribute: "private_network_id",
    because: "Since October 2023 every Kapsule cluster is in a Private Network, be it one that Scaleway made",
    remedy:
      "Name the network that the cluster has: `scw k8s cluster get <id>` shows it, and so does a state (`terraform state show`). With " +
      "PrivateNetwork.fromPrivateNetworkId the code refers to it, and with importId a new PrivateNetwork becomes it; kapsule-guard adopt writes " +
      "both from a state.",
  },
];

/** What is known of an argument that Scaleway sets; undefined for any other. @param path In Terraform's notation. */
export function setByScaleway(type: string, path: string): SetByScaleway | undefined {
  return ROWS.find((row) => row.type === type && row.attribute === path);
}

/** A value that is taken where a configuration leaves it out, by what the provider block says. */
interface Taken {
  readonly type: string;
  /** In Terraform's notation. */
  readonly path: RegExp;
  readonly value: (inherited: ReadonlyMap<string, string>) => string | undefined;
}

const TAKEN: readonly Taken[] = [
  {
    // All answers of Scaleway that the provider's tests have recorded have the first zone of the region.
    type: "scaleway_rdb_instance",
    path: /^private_network\[0\]\.zone$/,
    value: (inherited) => (inherited.has("region") ? `${inherited.get("region") ?? ""}-1` : undefined),
  },
  {
    // The provider's flattenPrivateNICs takes the zone of the server.
    type: "scaleway_instance_server",
    path: /^private_network\[\d+\]\.zone$/,
    value: (inherited) => inherited.get("zone"),
  },
];

/** The value that is taken for an argument that is left out; undefined where nobody knows. */
export function takenWhenUnset(
  type: string,
  path: string,
  inherited: ReadonlyMap<string, string> = new Map(),
): string | undefined {
  return TAKEN.find((row) => row.type === type && row.path.test(path))?.value(inherited);
}
