import { replacementFinding } from "./build";
import type { Rule } from "./rule";

const id = "engine-upgrade";

/** The engine of a database instance changes. */
export const engineUpgrade: Rule = {
  id,
  title: "A database engine is upgraded, on another instance",
  explanation:
    "The plan changes the engine in place. The provider copies the instance with the new engine, under a new id, and deletes the " +
    "existing instance. Writes after the copy began are lost, and clients get another endpoint. The next plan replaces the databases, " +
    "users, privileges and access rules of the instance. These facts come from Scaleway's documentation and the behaviour of the " +
    "provider, not from the plan.",
  example: 'engine of scaleway_rdb_instance.main: "PostgreSQL-15" -> "PostgreSQL-16"',
  remedy: "Stop what writes to it before the apply, or restore a snapshot into a second instance and move over to it.",
  find: ({ objects }) =>
    objects
      .filter(({ replacements }) => replacements.every(({ because }) => because !== undefined))
      .flatMap((object) =>
        object.providerRecreations.map((cause) =>
          replacementFinding(
            id,
            "upgrade",
            object,
            cause,
            "Writes after the copy are lost, and prevent_destroy does not stop it. Stop what writes to it before the apply, or " +
              "restore a snapshot into a second instance and move over to it.",
          ),
        ),
      ),
};
