import { lineInJson } from "../../../lib/terraform/hcl/json-positions";

const TEXT = `{
  "//": "scaleway_k8s_pool p",
  "output": { "p": { "value": "p" } },
  "resource": [
    {
      "scaleway_k8s_pool": {
        "p": { "name": "one",
          "zone": "fr-par-1" }
      }
    },
    {
      "scaleway_instance_server": {
        "p": [
          {
            "root_volume": {
              "size_in_gb": 20
            },
            "private_network": [
              { "pn_id": "a" },
              {
                "pn_id": "b"
              }
            ]
          }
        ]
      }
    }
  ],
  "module": {
    "p": { "source": "./p" }
  }
}
`;

test.each<[string, string, number | undefined]>([
  ["resource scaleway_k8s_pool p", "", 7],
  ["resource scaleway_k8s_pool p", "zone", 8],
  ["resource scaleway_k8s_pool p", "not_written", 7],
  ["resource scaleway_instance_server p", "", 13],
  ["resource scaleway_instance_server p", "root_volume 0 size_in_gb", 16],
  ["resource scaleway_instance_server p", "root_volume size_in_gb", 16],
  ["resource scaleway_instance_server p", "private_network 1 pn_id", 21],
  ["resource scaleway_instance_server p", "private_network 0 pn_id", 19],
  ["resource scaleway_instance_server p", "private_network 7 pn_id", 18],
  ["module p", "source", 30],
  ["resource scaleway_k8s_pool q", "", undefined],
  ["data scaleway_k8s_pool p", "", undefined],
])("%s %s is at line %p", (path, steps, line) => {
  const way = steps === "" ? [] : steps.split(" ");
  expect(lineInJson(TEXT, path.split(" "), way, false)).toBe(line);
});

test("in a file that overrides another, arguments alone are told", () => {
  expect(lineInJson(TEXT, ["module", "p"], ["source"], true)).toBe(30);
  expect(lineInJson(TEXT, ["module", "p"], ["name"], true)).toBeUndefined();
  expect(lineInJson(TEXT, ["module", "p"], [], true)).toBeUndefined();
});

test("what is no JSON has no lines", () => {
  expect(lineInJson("", ["resource", "a", "b"], [], false)).toBeUndefined();
  expect(lineInJson("[1, 2]", ["resource", "a", "b"], [], false)).toBeUndefined();
});
