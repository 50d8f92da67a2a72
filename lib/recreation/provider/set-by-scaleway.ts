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
