import {
  isGuardedType,
  isKnownRelease,
  knownReleases,
  newestRelease,
  releaseFor,
} from "../../../lib/provider/releases/provider-release";

const logLevel = (version: string) =>
  releaseFor(version).behaviourOf("scaleway_k8s_cluster").at("autoscaler_config.log_level");

// terraform-provider-scaleway #4062, #4132 and #4251.
test.each([
  ["2.70.0", undefined],
  ["2.76.0", { forceNew: true, default: 2 }],
  ["2.77.1", { forceNew: true }],
  [newestRelease.version, {}],
])("%s has the log level of an autoscaler as the provider had it", (version, expected) => {
  const found = logLevel(version);
  if (expected === undefined) expect(found).toBeUndefined();
  else
    expect({ forceNew: found?.forceNew, default: found?.default }).toEqual({
      forceNew: undefined,
      default: undefined,
      ...expected,
    });
});

test("a release without tables is judged by the nearest newer one, and one that is newer than all by the newest", () => {
  expect(isKnownRelease("2.76.0")).toBe(true);
  expect(isKnownRelease("2.76.3")).toBe(false);
  expect(releaseFor("2.76.0").version).toBe("2.76.0");
  expect(releaseFor("2.76.3").version).toBe("2.77.0");
  expect(releaseFor("1.0.0")).toBe(knownReleases().at(-1));
  expect(releaseFor("99.0.0")).toBe(newestRelease);
});

test("each release has the arguments of its types", () => {
  for (const release of knownReleases()) {
    expect(release.types().length).toBeGreaterThan(100);
    for (const type of release.types()) expect([type, release.argumentsOf(type)]).toEqual([type, expect.any(Object)]);
  }
  expect(releaseFor("2.70.0").argumentsOf("scaleway_kafka_cluster")?.arguments).toHaveProperty("name");
  expect(newestRelease.argumentsOf("constructor")).toBeUndefined();
});

test("a type is guarded that any release has", () => {
  expect(isGuardedType("scaleway_k8s_cluster")).toBe(true);
  expect(isGuardedType("scaleway_unheard_of")).toBe(false);
});
