import type { PlatformCheck } from "../check";
import { uuid } from "../examples";

export const keyOwner: PlatformCheck = {
  id: "key-owner",
  level: "error",
  title: "An API key of nobody",
  explanation: "An API key belongs to an application or a user.",
  example: {
    wrong: { scaleway_iam_api_key: { k: { description: "k" } } },
    right: { scaleway_iam_api_key: { k: { description: "k", application_id: uuid } } },
  },
  appliesTo: ["scaleway_iam_api_key"],
  judge: (resource) =>
    !resource.has("application_id") && !resource.has("user_id")
      ? [
          {
            message: "has neither application_id nor user_id",
            fix: "Make an application for it.",
          },
        ]
      : [],
};
