import { inReadingOrder } from "../../lib/guard/stack-comparisons";

const stack = (id: string, ...reads: string[]) => ({
  id,
  configuration: {
    terraform: { backend: { local: { path: id } } },
    data: {
      terraform_remote_state: Object.fromEntries(
        reads.map((path) => [path, { backend: "local", config: { path }, workspace: "${terraform.workspace}" }]),
      ),
    },
  },
});
const order = (...stacks: ReturnType<typeof stack>[]) => inReadingOrder(stacks).map(({ id }) => id);

test("a stack comes after those whose states it reads, and else stays where it is", () => {
  expect(order(stack("a"), stack("b"), stack("c"))).toEqual(["a", "b", "c"]);
  expect(order(stack("a", "c"), stack("b"), stack("c", "d"), stack("d"))).toEqual(["d", "c", "a", "b"]);
});

test("a circle ends", () => {
  expect(order(stack("a", "b"), stack("b", "a")).sort()).toEqual(["a", "b"]);
});
