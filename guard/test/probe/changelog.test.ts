import { releaseFor } from "../../lib/provider/releases/provider-release";
import { changelogLine } from "../../probe/changelog";

const lineFor = (from: string, to: string) => changelogLine(releaseFor(from).tables, releaseFor(to).tables);

test("the line says what an upgrade replaces, changes and no longer takes", () => {
  expect(lineFor("2.77.0", "2.77.1")).toBe(
    "- Provider 2.77.1 instead of 2.77.0: with code that nobody edits, it replaces resources for " +
      "`scaleway_k8s_cluster.autoscaler_config.log_level`, `scaleway_k8s_cluster.autoscaler_config.skip_nodes_with_local_storage`.",
  );
  expect(lineFor("2.76.0", "2.77.0")).toContain(
    "replaces nothing; changes in place `scaleway_k8s_cluster.upgrade_pools`.",
  );
  expect(lineFor("2.75.0", "2.76.0")).toContain(
    "may replace resources for `scaleway_k8s_cluster.autoscaler_config.log_level`",
  );
  expect(lineFor("2.74.0", "2.75.0")).toContain("no longer takes `scaleway_container.max_concurrency`");
});
