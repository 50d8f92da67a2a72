/**
 * Imports point one way. A room of the guard may import the rooms of its own layer's list and nothing else, so that a
 * new ability enters at one layer; type-only imports count, because they couple as much.
 */
const below = {
  values: [],
  language: ["values"],
  terraform: ["language", "values"],
  evaluation: ["terraform", "language", "values"],
  provider: ["terraform", "language", "values"],
  diff: ["terraform", "provider", "language", "values"],
  baseline: ["evaluation", "diff", "terraform", "provider", "language", "values"],
  prediction: ["baseline", "evaluation", "diff", "terraform", "provider", "language", "values"],
  rules: ["prediction", "terraform", "provider", "values"],
  report: ["rules", "prediction", "provider", "values"],
};

const rooms = Object.entries(below).map(([room, allowed]) => ({
  name: `recreation/${room}`,
  comment: `lib/recreation/${room} may import ${allowed.join(", ") || "nothing above itself"}`,
  severity: "error",
  from: { path: `^lib/recreation/${room}/` },
  to: { path: "^lib/", pathNot: `^lib/(files|text|recreation/(${[room, ...allowed].join("|")}))/` },
}));

const layer = (name, from, pathNot) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: "^lib/", pathNot: `^lib/(files|text)/|${pathNot}` },
});

export default {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphans", severity: "error", from: { orphan: true, pathNot: "\\.d\\.ts$|^lib/index\\.ts$" }, to: {} },
    ...rooms,
    layer("texts are made printable in one place", "^lib/text/", "^lib/text/"),
    layer("files are read and written in one place", "^lib/files/", "^lib/files/"),
    layer("order reads configurations only", "^lib/order/", "^lib/(order|recreation/(language|terraform|values))/"),
    layer("the guard's heart knows no constructs", "^lib/recreation/", "^lib/recreation/"),
    layer("core takes only what is known of the provider", "^lib/core/", "^lib/(core|recreation/provider)/"),
    layer("the base revision is git's and the locks'", "^lib/base/", "^lib/(base|recreation)/"),
    layer("the guard knows no constructs", "^lib/guard/", "^lib/(guard|base|checks|core|recreation|schema)/"),
    layer("the checks read configurations only", "^lib/checks/", "^lib/(checks|core|identity|recreation)/"),
    layer("the schema check reads configurations only", "^lib/schema/", "^lib/(schema|core|recreation)/"),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { extensions: [".ts", ".js", ".json"] },
  },
};
