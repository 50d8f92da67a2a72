import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "@cdktn/hcl2json";

import { findProblems } from "../../lib/checks/find-problems";
import { limitErrors } from "../../lib/provider/arguments/limit-errors";
import { newestRelease } from "../../lib/provider/releases/provider-release";
import { readConfiguration } from "../../lib/terraform/configuration/configuration";
import type { JsonObject } from "../../lib/terraform/values/json";
import { describeInvalid } from "../../lib/text/invalid";

/** A checkout of terraform-provider-scaleway, whose documents and recorded tests hold what Scaleway takes. */
const source = process.env.PROVIDER_SOURCE;

/** What its own page says is wrong, or the provider no longer has. */
const KNOWN: Readonly<Record<string, string>> = {
  "docs/resources/instance_security_group_rules.md unkept-rule":
    'the page says "do not forget to set external_rules = true"',
  "internal/services/lb/lb_test.go other-locality": "a test of that very error",
  "docs/resources/iot_route.md bucket-name": "a name with underscores, which its own recorded test does not have",
  "docs/resources/object_bucket_lock_configuration.md bucket-name": "a name with capitals; recorded tests have none",
  "docs/resources/object_bucket_website_configuration.md bucket-name": "a name with capitals; recorded tests have none",
  "docs/resources/k8s_cluster.md cluster-network": "two examples of default_pool, which the provider no longer has",
};

/** Warnings that what Scaleway itself writes must not get. */
const TYPES = ["node-type", "node-type-zone", "load-balancer-type", "gateway-type"];

/** Recorded tests of Scaleway's own refusal. */
const BEYOND_LIMITS: readonly string[] = [];

const documents = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));

/** The blocks of HCL in the documents, and those of the recorded tests that nothing is filled into. */
function* configurations(folder: string): Generator<{ file: string; hcl: string }> {
  for (const file of documents(join(folder, "docs")).filter((name) => name.endsWith(".md"))) {
    for (const [, hcl = ""] of readFileSync(file, "utf8").matchAll(/```(?:terraform|hcl|tf)\n([\s\S]*?)```/g))
      yield { file, hcl };
  }
  for (const file of documents(join(folder, "internal", "services")).filter((name) => name.endsWith("_test.go"))) {
    for (const [, hcl = ""] of readFileSync(file, "utf8").matchAll(/Config:\s*`([^`]*)`/g)) yield { file, hcl };
  }
}

(source === undefined ? describe.skip : describe)(
  "the provider's documents and recorded tests (PROVIDER_SOURCE is a checkout of it; skipped where it is not set)",
  () => {
    test("pass the checks without an error", async () => {
      const found = new Set<string>();
      let looked = 0;
      for (const { file, hcl } of configurations(source ?? "")) {
        const configuration = await parse(file, hcl).catch(() => undefined);
        if (configuration === undefined) continue;
        looked++;
        const provider = { scaleway: [{ region: "fr-par", zone: "fr-par-1" }] };
        for (const { check, resource, message } of findProblems({ ...(configuration as JsonObject), provider })) {
          const place = `${file.slice((source ?? "").length + 1)} ${check.id}`;
          if ((check.level === "error" || TYPES.includes(check.id)) && KNOWN[place] === undefined)
            found.add(`${place}: ${resource.address} ${message}`);
        }
      }
      expect([...found]).toEqual([]);
      expect(looked).toBeGreaterThan(1_000);
    });

    test("are within the limits of Scaleway's API", async () => {
      const found = new Set<string>();
      for (const { file, hcl } of configurations(source ?? "")) {
        const configuration = await parse(file, hcl).catch(() => undefined);
        if (configuration === undefined) continue;
        for (const { address, body } of readConfiguration(configuration).resources.values())
          for (const error of limitErrors(newestRelease, address.type, body))
            found.add(`${file.slice((source ?? "").length + 1)} ${address}: ${describeInvalid(error)}`);
      }
      expect([...found].filter((each) => !BEYOND_LIMITS.some((known) => each.startsWith(known)))).toEqual([]);
    });
  },
);
