import { Observability, type ObservabilityTokenOptions } from "../../lib/observability/observability";
import { expectInvalid, newStack, resource, resources, untyped } from "../support/stack";

const PROJECT = "11111111-1111-1111-1111-111111111111";

function observabilityOf(overrides: object = {}) {
  const stack = newStack();
  return { stack, observability: new Observability(stack, "cockpit", untyped(overrides)) };
}

describe("Observability", () => {
  test("makes nothing by itself: what Kapsule reports is there without", () => {
    const { stack } = observabilityOf();
    for (const type of ["scaleway_cockpit_source", "scaleway_cockpit_alert_manager", "scaleway_cockpit_token"])
      expect(resources(stack, type)).toEqual([]);
  });

  test("makes a source of each kind that is kept, and tells the contacts", () => {
    const { stack, observability } = observabilityOf({
      sources: { metrics: 31, logs: 7 },
      alertContacts: ["ops@example.com"],
      preconfiguredAlertIds: ["a"],
      region: "fr-par",
      projectId: PROJECT,
    });
    expect(Object.keys(observability.sources)).toEqual(["metrics", "logs"]);
    const place = { region: "fr-par", project_id: PROJECT };
    expect(resources(stack, "scaleway_cockpit_source")).toEqual(
      expect.arrayContaining([
        { type: "metrics", name: "stack-cockpit-metrics", retention_days: 31, ...place },
        { type: "logs", name: "stack-cockpit-logs", retention_days: 7, ...place },
      ]),
    );
    expect(resource(stack, "scaleway_cockpit_alert_manager")).toEqual({
      contact_points: [{ email: "ops@example.com" }],
      preconfigured_alert_ids: ["a"],
      ...place,
    });
  });

  const scopesOf = (options?: ObservabilityTokenOptions) => {
    const { stack, observability } = observabilityOf();
    observability.addToken("token", options);
    return resource(stack, "scaleway_cockpit_token");
  };
  const none = {
    query_logs: false,
    query_metrics: false,
    query_traces: false,
    write_logs: false,
    write_metrics: false,
    write_traces: false,
  };

  test.each<[string, ObservabilityTokenOptions | undefined, object]>([
    ["reads all kinds, and writes none", undefined, { query_logs: true, query_metrics: true, query_traces: true }],
    ["reads what it is told", { read: ["logs"] }, { query_logs: true }],
    ["writes what it is told, and reads nothing then", { write: ["metrics"] }, { write_metrics: true }],
  ])("a token %s", (_what, options, scopes) => {
    expect(scopesOf(options)).toEqual({ name: "stack-cockpit-token", scopes: { ...none, ...scopes } });
  });

  test.each([
    ["sources", { sources: { profiles: 7 } }, "be of logs, metrics, traces", "logs"],
    ["sources.logs", { sources: { logs: 366 } }, "whole number of days from 1 to 365", "sources.logs: 1"],
    ["alertContacts", { alertContacts: ["ops"] }, "be addresses of e-mail", "ops@example.com"],
    ["region", { region: "paris" }, "be one of", "region:"],
    ["projectId", { projectId: "mine" }, "UUID", "1"],
  ])("refuses %s in %j", (property, overrides, requirement, suggestion) => {
    expectInvalid(() => observabilityOf(overrides), { path: "stack/cockpit", property, requirement, suggestion });
  });

  test.each([
    ["read", { read: [] }, "name something that the token may query", 'read: ["logs"]'],
    ["read", { read: ["everything"] }, "be of logs, metrics, traces", "logs"],
    ["write", { write: ["everything"] }, "be of logs, metrics, traces", "logs"],
  ])("refuses a token with %s in %j", (property, options, requirement, suggestion) => {
    expectInvalid(() => scopesOf(untyped(options)), {
      path: "stack/cockpit/Tokens",
      property,
      requirement,
      suggestion,
    });
  });
});
