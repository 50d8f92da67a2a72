import type { JsonObject } from "../../guard/lib/terraform/values/json";

const UUID = "11111111-1111-1111-1111-111111111111";

/** What an output of another stack could be, by the end of its name. */
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/scaleway_(?:lb_ip|instance_security_group)\w+id$/, `fr-par-1/${UUID}`],
  [/id$/, `fr-par/${UUID}`],
  [/host$/, "https://127.0.0.1:6443"],
  [/certificate$/, "Y2VydGlmaWNhdGU="],
];

/** Answers to what a configuration reads of other stacks and of Secret Manager. */
export function remoteAnswers(configuration: JsonObject): Record<string, JsonObject> {
  const { terraform_remote_state: states = {} } = (configuration.data ?? {}) as Record<string, JsonObject>;
  const { scaleway_secret_version: secrets = {} } = (configuration.ephemeral ?? {}) as Record<string, JsonObject>;
  const text = JSON.stringify(configuration);
  const ephemeral = Object.keys(secrets).map((name) => [
    `ephemeral.scaleway_secret_version.${name}`,
    { data: "Not-a-secret-1" },
  ]);
  return Object.fromEntries([
    ...ephemeral,
    ...Object.keys(states).map((name) => {
      const asked = [...text.matchAll(new RegExp(`terraform_remote_state\\.${name}\\.outputs\\.([\\w-]+)`, "g"))];
      const outputs = asked.map(([, output = ""]) => [output, ANSWERS.find(([end]) => end.test(output))?.[1] ?? ""]);
      return [`data.terraform_remote_state.${name}`, { outputs: Object.fromEntries(outputs) as JsonObject }];
    }),
  ]) as Record<string, JsonObject>;
}
