import { statesReadBy } from "../../../lib/terraform/state/remote-states";

const reading = (body: object) => ({ data: { terraform_remote_state: { it: body } } });

test.each([
  [{ backend: "local", config: { path: "/home/a/x.tfstate" } }, "local path=/home/a/x.tfstate"],
  [{ backend: "s3", config: { bucket: "b", key: "k", access_key: "a" } }, "s3 bucket=b key=k"],
  [{ backend: "local", config: { path: "x" }, workspace: "${terraform.workspace}" }, "local path=x"],
  [{ backend: "local", config: { path: "x" }, workspace: "production" }, "local path=x workspace=production"],
])("%j is at %p", (body, location) => {
  expect(statesReadBy(reading(body)).map((state) => state.location)).toEqual([location]);
});

test("locks have local files by their names", () => {
  const body = { backend: "local", config: { path: "/home/a/x.tfstate" } };
  expect(statesReadBy(reading(body))).toMatchObject([{ lockedLocation: "local path=x.tfstate" }]);
});

test("a configuration that reads none reads none", () => {
  expect(statesReadBy({})).toEqual([]);
  expect(statesReadBy({ data: { scaleway_vpc: { it: {} } } })).toEqual([]);
  expect(statesReadBy(undefined)).toEqual([]);
});
