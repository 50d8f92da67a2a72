import { property } from "../../terraform";
import type { PlatformCheck } from "../check";
import { uuid } from "../examples";

export const secretVersion: PlatformCheck = {
  id: "secret-version",
  level: "warning",
  title: "A write-only secret without a version",
  explanation:
    "Terraform cannot see that a write-only value changes. Without data_wo_version, Terraform never sends the value again.",
  example: {
    wrong: { scaleway_secret_version: { s: { secret_id: `fr-par/${uuid}`, data_wo: "${var.data}" } } },
    right: {
      scaleway_secret_version: { s: { secret_id: `fr-par/${uuid}`, data_wo: "${var.data}", data_wo_version: 1 } },
    },
  },
  appliesTo: ["scaleway_secret_version"],
  judge: ({ body }) =>
    isSet(property(body, "data_wo")) && !isSet(property(body, "data_wo_version"))
      ? [
          {
            message: "has data_wo without data_wo_version",
            fix: "Set data_wo_version = 1.",
          },
        ]
      : [],
};

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
