import { subjectName } from "../../../lib/recreation/rules/subject";

test("a subject is called what messages call it", () => {
  expect(subjectName({ address: "scaleway_vpc.a" })).toBe("scaleway_vpc.a");
  expect(subjectName({ stack: "platform" })).toBe("stack platform");
  expect(subjectName({ plan: true })).toBe("the plan");
});
