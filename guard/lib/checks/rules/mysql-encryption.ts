import type { ArgumentCheck } from "../check";
import { database } from "../examples";

export const mysqlEncryption: ArgumentCheck = {
  id: "mysql-encryption",
  level: "error",
  title: "Encryption at rest with MySQL",
  explanation: "Scaleway encrypts PostgreSQL only.",
  example: {
    wrong: database({ engine: "MySQL-8", encryption_at_rest: true }),
    right: database({ encryption_at_rest: true }),
  },
  appliesTo: ["scaleway_rdb_instance"],
  refuse: (instance) =>
    instance.flag("encryption_at_rest") === true && /^mysql/i.test(instance.string("engine") ?? "")
      ? {
          argument: "encryption_at_rest",
          requirement: "be absent with MySQL: Scaleway encrypts PostgreSQL only",
          fix: "Leave it out.",
        }
      : undefined,
};
