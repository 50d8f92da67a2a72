/** What can lead traffic out of a Private Network: a Public Gateway that is attached to it, or a route of its VPC. */
export const EGRESS_TYPES: readonly string[] = ["scaleway_vpc_gateway_network", "scaleway_vpc_route"];
