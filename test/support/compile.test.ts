import { compileAll, compileErrors } from "./compile";

test("each module is judged by itself, whatever was compiled before under its name", () => {
  expect(compileErrors('export const one: number = "1";')).toEqual([expect.stringContaining("not assignable")]);
  expect(compileErrors("export const one: number = 1;")).toEqual([]);
  expect(compileAll(["export const a: string = 1;", "export const b = 2;"]).map(({ length }) => length)).toEqual([
    1, 0,
  ]);
});

test("the package's own name is its sources", () => {
  const code = (version: string) =>
    `import { REGIONS } from "cdktf-scaleway-kapsule"; const n: ${version} = REGIONS.length;`;
  expect(compileErrors(code("number"))).toEqual([]);
  expect(compileErrors(code("string"))).toHaveLength(1);
});
