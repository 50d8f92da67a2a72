/**
 * Attributes that may hold a secret and that the provider's schema does not mark as sensitive, by resource type: what they are made for, by
 * the provider's pages of resources. What runs, is sent or is read by others often carries a token or a password.
 */
const UNDECLARED: Readonly<Record<string, readonly string[]>> = {
  // Scripts that a server runs when it starts.
  scaleway_autoscaling_instance_template: ["cloud_init"],
  scaleway_baremetal_server: ["cloud_init"],
  scaleway_instance_server: ["cloud_init", "user_data"],
  scaleway_instance_user_data: ["value"],
  // Who has the URL of a webhook can post to it.
  scaleway_billing_budget_alert_notification: ["webhook_urls"],
  scaleway_mnq_sns_topic_subscription: ["endpoint"],
  // Headers such as Authorization, and bodies that are sent with them.
  scaleway_cockpit_exporter: ["otlp_destination.headers"],
  scaleway_container_trigger: ["cron.body", "cron.headers", "nats.credentials_file_content"],
  scaleway_iot_route: ["rest.headers", "rest.uri"],
  // What a program is started with.
  scaleway_container: ["args", "command", "environment_variables"],
  scaleway_container_cron: ["args"],
  scaleway_container_namespace: ["environment_variables"],
  scaleway_function: ["environment_variables"],
  scaleway_function_cron: ["args"],
  scaleway_function_namespace: ["environment_variables"],
  scaleway_job_definition: ["args", "command", "env", "startup_command"],
  // Files, and addresses of files that a signature in the query opens.
  scaleway_inference_model: ["url"],
  scaleway_object: ["content", "content_base64"],
  // The code that moves a domain to another registrar.
  scaleway_domain_registration: ["owner_contact.extension_fr.code_auth_afnic_info.code_auth_afnic"],
};

/** Whether an attribute may hold a secret, though the provider's schema does not say so. @param path Below the resource, with dots. */
export function isUndeclaredSecret(type: string, path: string): boolean {
  return Object.hasOwn(UNDECLARED, type) && UNDECLARED[type]?.includes(path) === true;
}

/** All of them: `scaleway_iot_route.rest.headers`. */
export function undeclaredSecrets(): string[] {
  return Object.entries(UNDECLARED).flatMap(([type, paths]) => paths.map((path) => `${type}.${path}`));
}
