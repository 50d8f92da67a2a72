import type { Attribute } from "../../../lib/provider/behaviour/behaviour";
import { undeclaredSecrets } from "../../../lib/provider/behaviour/undeclared-secrets";
import { newestRelease } from "../../../lib/provider/releases/provider-release";
import { lockOf } from "../../../lib/recreation/baseline/lock/lock";
import { findRecreations } from "../../../lib/recreation/find";

/** What a name suggests that may carry a token, a password or a key. */
const SUGGESTS =
  /pass|secret|token|cred|header|ur[il]s?$|endpoint|env|arg|command|data$|content|init|key$|auth|cert|hook|script|settings$|body|metadata|query|cookie|user_data|value$/;

/** Settable attributes whose names suggest a secret, and that hold none: what they are. */
const HARMLESS = [
  // Keys that are public, and certificates.
  "scaleway_account_ssh_key.public_key",
  "scaleway_iam_saml_certificate.content",
  "scaleway_iam_ssh_key.public_key",
  // Names of objects in a bucket, of entries, of labels and of headers.
  "scaleway_block_snapshot.export.key",
  "scaleway_block_snapshot.import.key",
  "scaleway_instance_snapshot.import.key",
  "scaleway_instance_user_data.key",
  "scaleway_job_definition.secret_reference.environment",
  "scaleway_job_definition.secret_reference.secret_version",
  "scaleway_k8s_cluster.apiserver_cert_sans",
  "scaleway_k8s_pool.startup_taints.key",
  "scaleway_k8s_pool.startup_taints.value",
  "scaleway_k8s_pool.taints.key",
  "scaleway_k8s_pool.taints.value",
  "scaleway_lb_backend.health_check_http.host_header",
  "scaleway_lb_backend.health_check_https.host_header",
  "scaleway_lb_backend.sticky_sessions_cookie_name",
  "scaleway_lb_route.match_host_header",
  "scaleway_object.content_type",
  "scaleway_object.key",
  "scaleway_object.metadata",
  "scaleway_object_bucket.cors_rule.allowed_headers",
  "scaleway_object_bucket.cors_rule.expose_headers",
  "scaleway_object_bucket_website_configuration.error_document.key",
  // How an engine stores names and the like; the provider marks its passwords.
  "scaleway_rdb_instance.init_settings",
  // What everybody can ask the domain name system for.
  "scaleway_domain_record.data",
  "scaleway_domain_record.geo_ip.matches.data",
  "scaleway_domain_record.http_service.url",
  "scaleway_domain_record.view.data",
  // What is matched in a request.
  "scaleway_edge_services_route_stage.rule.rule_http_match.host_filter.value",
  "scaleway_edge_services_route_stage.rule.rule_http_match.path_filter.value",
  "scaleway_lb_acl.match.http_filter_value",
  "scaleway_lb_frontend.acl.match.http_filter_value",
  // A statement whose values Scaleway fills in.
  "scaleway_iot_route.database.query",
  // Addresses: their users and passwords are cut out wherever a URL is.
  "scaleway_apple_silicon_runner.url",
  "scaleway_cockpit_exporter.datadog_destination.endpoint",
  "scaleway_cockpit_exporter.otlp_destination.endpoint",
  "scaleway_container_trigger.nats.server_urls",
  "scaleway_container_trigger.sqs.endpoint",
  "scaleway_container_trigger.sqs.queue_url",
  "scaleway_job_definition.image_uri",
  "scaleway_k8s_cluster.open_id_connect_config.issuer_url",
  "scaleway_lb_backend.health_check_http.uri",
  "scaleway_lb_backend.health_check_https.uri",
  "scaleway_lb_acl.action.redirect.target",
  "scaleway_lb_frontend.acl.action.redirect.target",
  "scaleway_mnq_sns_topic.sns_endpoint",
  "scaleway_mnq_sns_topic_subscription.sns_endpoint",
  "scaleway_mnq_sqs_queue.sqs_endpoint",
  "scaleway_object_bucket_acl.access_control_policy.grant.grantee.uri",
  // Settings of an engine, of which Scaleway takes none that holds a secret, and of the kubelet.
  "scaleway_k8s_pool.kubelet_args",
  "scaleway_mongodb_instance.settings",
  "scaleway_rdb_instance.settings",
  "scaleway_redis_cluster.settings",
];

interface Named {
  readonly name: string;
  readonly attribute: Attribute;
}

function leaves(type: string, attributes: Iterable<Attribute>): Named[] {
  return [...attributes].flatMap((attribute) =>
    attribute.children.size > 0
      ? leaves(type, attribute.children.values())
      : [{ name: `${type}.${attribute.path}`, attribute }],
  );
}

interface Level {
  readonly arguments?: Readonly<Record<string, Level>>;
}

/** Whether a configuration can set it. */
function isSettable(type: string, path: string): boolean {
  let level: Level | undefined = newestRelease.argumentsOf(type) as Level | undefined;
  for (const name of path.split(".")) level = level?.arguments?.[name];
  return level !== undefined;
}

const all = newestRelease.types().flatMap((type) => leaves(type, newestRelease.behaviourOf(type).attributes.values()));

test("every attribute whose name suggests a secret is marked, listed, or known to hold none", () => {
  const open = all.filter(
    ({ name, attribute: { name: own, path, sensitive, writeOnly, type } }) =>
      SUGGESTS.test(own) &&
      !/description|policy|_ids?$/.test(own) &&
      sensitive !== true &&
      writeOnly !== true &&
      type !== "bool" &&
      type !== "number" &&
      isSettable(name.slice(0, -path.length - 1), path),
  );
  const names = open.map(({ name }) => name);
  expect(names.filter((name) => !HARMLESS.includes(name))).toEqual([]);
  expect(HARMLESS.filter((name) => !names.includes(name))).toEqual([]);
});

test("what is listed is there, and is secret to all who ask", () => {
  const known = new Map(all.map(({ name, attribute }) => [name, attribute]));
  for (const name of undeclaredSecrets()) expect([name, known.get(name)?.sensitive]).toEqual([name, true]);
});

test("a block that comes or goes shows none of the secrets in it", () => {
  const route = (block: object) => ({
    resource: { scaleway_iot_route: { r: { name: "r", hub_id: "fr-par/1", topic: "t", ...block } } },
  });
  const rest = route({
    rest: [{ verb: "get", uri: "https://a.example/hunter2", headers: { Authorization: "hunter2" } }],
  });
  const s3 = route({ s3: [{ bucket_name: "b", bucket_region: "fr-par", strategy: "per_topic" }] });
  for (const [before, after] of [
    [rest, s3],
    [s3, rest],
  ] as const) {
    const findings = [before, lockOf(before, { stack: "s" })].map((each) => findRecreations({ before: each, after }));
    expect(findings.map(({ length }) => length > 0)).toEqual([true, true]);
    expect(JSON.stringify(findings)).not.toContain("hunter2");
  }
});
