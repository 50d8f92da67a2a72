import { property } from "../../terraform";
import type { PlatformCheck } from "../check";
import { database } from "../examples";
import type { CheckedResource } from "../resource";

/** MongoDB takes others (12 recorded configurations of the provider). */
const WITH_PASSWORDS = ["scaleway_rdb_instance", "scaleway_rdb_user", "scaleway_redis_cluster"];

/** What a password needs one of each of (Scaleway, "Managed Databases", passwords). */
const CHARACTER_CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

export const weakPassword: PlatformCheck = {
  id: "weak-password",
  level: "error",
  title: "A password that the API refuses",
  explanation:
    "A password must have 8 to 128 characters, with a lowercase letter, an uppercase letter, a digit and another character.",
  example: { wrong: database({ password: "short" }), right: database({ password: "thiZ_is_v&ry_s3cret" }) },
  appliesTo: [...WITH_PASSWORDS],
  judge: (resource) =>
    ["password", "password_wo"].some((name) => isWeak(resource, name))
      ? [
          {
            message: "has a password that Scaleway refuses",
            fix: "Give it 8 to 128 characters of all four kinds, and keep it out of the configuration.",
          },
        ]
      : [],
};

/** Evaluation keeps no secret, so that the literal is read where it stands. */
function isWeak({ body }: CheckedResource, name: string): boolean {
  const password = property(body, name);
  if (typeof password !== "string" || password.includes("${") || password === "") return false;
  return password.length < 8 || password.length > 128 || CHARACTER_CLASSES.some((kind) => !kind.test(password));
}
