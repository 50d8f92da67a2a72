const SWC = {
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs" },
  sourceMaps: "inline",
  swcrc: false,
};

/** Each project is one kind of proof, so that a failure says at once what it is about. */
const project = (displayName, testMatch, testPathIgnorePatterns = []) => ({
  displayName,
  testMatch,
  testPathIgnorePatterns,
  testEnvironment: "node",
  setupFiles: ["<rootDir>/test/support/environment.ts"],
  // Types are checked once, by tsc in `npm run lint`.
  transform: { "^.+\\.ts$": ["@swc/jest", SWC] },
  // Examples import the package by name, as users do; their tests must run on the sources under test.
  moduleNameMapper: {
    "^kapsule-guard$": "<rootDir>/guard/lib/index.ts",
    "^kapsule-guard/([a-z]+)$": "<rootDir>/guard/lib/$1/index.ts",
    "^cdktf-scaleway-kapsule$": "<rootDir>/lib/index.ts",
    "^cdktf-scaleway-kapsule/testing$": "<rootDir>/lib/testing/index.ts",
    "^cdktf-scaleway-kapsule/testing/jest$": "<rootDir>/lib/testing/jest.ts",
  },
});

const library = project(
  "library",
  ["<rootDir>/test/**/*.test.ts"],
  ["<rootDir>/test/engine/", "<rootDir>/test/consumer/", "<rootDir>/test/site/"],
);
const engine = project("engine", ["<rootDir>/test/engine/*.test.ts", "<rootDir>/examples/**/*.test.ts"]);

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
    project("guard", ["<rootDir>/guard/test/**/*.test.ts"]),
    library,
    onTerrain(library),
    project("provider", ["<rootDir>/provider/test/**/*.test.ts"]),
    engine,
    onTerrain({ ...engine, testMatch: ["<rootDir>/test/engine/examples.test.ts"] }),
    project("site", ["<rootDir>/test/site/*.test.ts"]),
    project("consumer", ["<rootDir>/test/consumer/*.test.ts"]),
  ],
};
