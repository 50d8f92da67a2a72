const SWC = {
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs" },
  sourceMaps: "inline",
  swcrc: false,
};

/** What a name of a package is in a test: its sources, as the examples import it by name, too. */
const SOURCES = {
  "^kapsule-guard$": "<rootDir>/guard/lib/index.ts",
  "^kapsule-guard/([a-z]+)$": "<rootDir>/guard/lib/$1/index.ts",
  "^cdktf-scaleway-kapsule$": "<rootDir>/lib/index.ts",
  "^cdktf-scaleway-kapsule/testing$": "<rootDir>/lib/testing/index.ts",
  "^cdktf-scaleway-kapsule/testing/jest$": "<rootDir>/lib/testing/jest.ts",
};

const below = (paths) => paths.map((path) => `<rootDir>/${path}`);

/** Each project is one kind of proof, by what it loads, so that a failure says at once what it is about. */
const project = (displayName, tests, others = []) => ({
  displayName,
  testMatch: below(tests),
  testPathIgnorePatterns: below(others),
  testEnvironment: "node",
  setupFiles: ["<rootDir>/test/support/environment.ts"],
  setupFilesAfterEnv: ["<rootDir>/test/support/address-equality.ts"],
  // Types are checked once, by tsc in `npm run lint`.
  transform: { "^.+\\.ts$": ["@swc/jest", SWC] },
  moduleNameMapper: SOURCES,
  // All copies of the template call their package alike.
  modulePathIgnorePatterns: below(["templates/cdktn/", "terrain/packages/library/templates/"]),
});

/** Tests that start git, the command, or a process of their own. */
const PROCESS = [
  "guard/test/base/",
  "guard/test/cli/",
  "test/cli/",
  "test/guard/baselines.test.ts",
  "test/guard/custody.test.ts",
  "test/guard/team.test.ts",
  "test/testing/plan-of.test.ts",
];
/** Tests that compile programs, and those that read what is written about the code. */
const COMPILE = ["test/adopt/", "test/docs/", "test/support/"];
/** Tests that try very many inputs, and every fault that was ever reported. */
const EXHAUSTIVE = [
  "guard/test/differential/",
  "guard/test/recreation/hostile.test.ts",
  "guard/test/recreation/properties.test.ts",
  "guard/test/recreation/recorded-plans.test.ts",
  "guard/test/terraform/language/console/",
  "test/odd-inputs.test.ts",
  "test/plain-javascript.test.ts",
  "test/guard/secrets.test.ts",
  "test/reports/",
];
const OF_THEIR_OWN = ["test/engine/", "test/consumer/", "test/site/"];

const testsIn = (folders) => folders.map((name) => (name.endsWith("/") ? `${name}**/*.test.ts` : name));

const constructs = project(
  "constructs",
  ["test/**/*.test.ts"],
  [...OF_THEIR_OWN, ...PROCESS, ...COMPILE, ...EXHAUSTIVE],
);
const exhaustive = EXHAUSTIVE.filter((name) => name.startsWith("test/"));
const engine = project("engine", ["test/engine/*.test.ts", "examples/**/*.test.ts"]);

/** The same tests of the same sources, with CDK Terrain in the place of CDKTF. */
const onTerrain = (tested) => ({
  ...tested,
  displayName: `${tested.displayName}-terrain`,
  moduleNameMapper: {
    ...tested.moduleNameMapper,
    "^cdktf$": "<rootDir>/node_modules/cdktn",
    "^@cdktf/provider-scaleway/(.*)$": "<rootDir>/terrain/packages/provider/$1",
  },
});

export default {
  // A loaded machine is no failure.
  testTimeout: 120_000,
  maxWorkers: "100%",
  projects: [
    project("guard", ["guard/test/**/*.test.ts"], [...PROCESS, ...EXHAUSTIVE]),
    constructs,
    project("exhaustive", testsIn(EXHAUSTIVE)),
    project("compile", testsIn(COMPILE)),
    project("process", testsIn(PROCESS)),
    project("provider", ["provider/test/**/*.test.ts"]),
    onTerrain(constructs),
    onTerrain(project("exhaustive", testsIn(exhaustive))),
    onTerrain(project("compile", ["test/adopt/**/*.test.ts"])),
    onTerrain(project("process", testsIn(PROCESS.filter((name) => name.startsWith("test/"))))),
    project("consumer", ["test/consumer/*.test.ts"]),
    engine,
    onTerrain({ ...engine, testMatch: below(["test/engine/examples.test.ts"]) }),
    project("site", ["test/site/*.test.ts"]),
  ],
};
