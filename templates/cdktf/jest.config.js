// The first plan downloads the provider.
module.exports = { preset: "ts-jest", testTimeout: 300_000, testPathIgnorePatterns: ["/node_modules/", "/dist/"] };
