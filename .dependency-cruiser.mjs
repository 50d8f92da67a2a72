/**
 * Imports point one way, in both packages: a room may import the rooms of its list and nothing else, through their index,
 * so that a new ability enters at one layer; type-only imports count, because they couple as much.
 */
const guardRooms = {
  text: [],
  files: ["text"],
  drawing: [],
  terraform: ["drawing", "files", "text"],
  provider: ["terraform", "files", "text"],
  recreation: ["provider", "terraform", "drawing", "files", "text"],
  engine: ["recreation", "terraform", "files", "text"],
  checks: ["recreation", "provider", "terraform", "text"],
  base: ["recreation", "provider", "terraform", "files", "text"],
  cli: ["base", "checks", "recreation", "provider", "terraform", "drawing", "files", "text"],
};

/** Rooms within rooms, each with those of its siblings that it may import. */
const innerRooms = {
  terraform: {
    errors: [],
    addresses: ["errors"],
    values: ["addresses", "errors"],
    language: ["values", "errors"],
    configuration: ["addresses", "language", "values", "errors"],
    state: ["configuration", "addresses", "language", "values", "errors"],
    plan: ["configuration", "addresses", "language", "values", "errors"],
    hcl: ["configuration", "addresses", "language", "values", "errors"],
    evaluation: ["state", "configuration", "addresses", "language", "values", "errors"],
    order: ["configuration", "values"],
  },
  provider: {
    tables: [],
    behaviour: ["tables"],
    releases: ["behaviour", "tables"],
    facts: ["releases", "behaviour"],
    arguments: ["releases", "behaviour", "tables", "facts"],
  },
  recreation: {
    diff: [],
    baseline: ["diff"],
    prediction: ["baseline", "diff"],
    rules: ["prediction"],
    report: ["rules", "prediction"],
    upgrade: ["rules", "baseline"],
  },
};

const error = (name, from, to) => ({ name, severity: "error", from, to });

const roomsOfGuard = Object.entries(guardRooms).map(([room, allowed]) =>
  error(
    `guard/${room} imports ${allowed.join(", ") || "no other room"}`,
    { path: `^guard/lib/${room}/` },
    { path: "^guard/", pathNot: `^guard/lib/(${[room, ...allowed].join("|")})/` },
  ),
);

const roomsInside = Object.entries(innerRooms).flatMap(([outer, rooms]) =>
  Object.entries(rooms).map(([room, allowed]) =>
    error(
      `guard/${outer}/${room} imports ${allowed.join(", ") || "no sibling"}`,
      { path: `^guard/lib/${outer}/${room}/` },
      { path: `^guard/lib/${outer}/`, pathNot: `^guard/lib/${outer}/(${[room, ...allowed].join("|")})/` },
    ),
  ),
);

const entered = [
  error(
    "a room of the guard is entered through its index",
    { path: "^guard/lib/([^/]+)/" },
    { path: "^guard/lib/[^/]+/", pathNot: ["^guard/lib/$1/", "^guard/lib/[^/]+/index\\.ts$"] },
  ),
  error(
    "a room within a room is entered through its index",
    { path: "^guard/lib/([^/]+)/([^/]+)/" },
    {
      path: `^guard/lib/$1/(${Object.values(innerRooms).flatMap(Object.keys).join("|")})/`,
      pathNot: ["^guard/lib/$1/$2/", "^guard/lib/$1/[^/]+/index\\.ts$"],
    },
  ),
  error(
    "tools of the guard enter its rooms through their index",
    { path: "^guard/(probe|differential|histories|bench)/" },
    { path: "^guard/lib/", pathNot: ["^guard/lib/index\\.ts$", "^guard/lib/[^/]+/index\\.ts$"] },
  ),
  error(
    "the guard is entered through its package",
    { path: "^(lib|docs|bench|examples)/" },
    { path: "^guard/lib/", pathNot: ["^guard/lib/index\\.ts$", "^guard/lib/[^/]+/index\\.ts$"] },
  ),
];

/** Rooms of the library. */
const libraryRooms = {
  core: [],
  guard: ["core"],
  access: ["core"],
  network: ["access", "core", "guard"],
  gateway: ["network", "access", "guard", "core"],
  vpc: ["gateway", "network", "access", "guard", "core"],
  secret: ["guard", "core"],
  identity: ["secret", "network", "access", "guard", "core"],
  cluster: ["network", "access", "guard", "core"],
  database: ["secret", "network", "access", "guard", "core"],
  "load-balancer": ["cluster", "network", "access", "guard", "core"],
  registry: ["identity", "guard", "core"],
  storage: ["identity", "guard", "core"],
  state: ["storage", "guard", "core"],
  dns: ["guard", "core"],
  observability: ["guard", "core"],
  tags: ["core"],
  adopt: ["cluster", "guard", "core"],
  init: [],
  testing: [],
  order: [],
  recreation: [],
};

const roomsOfLibrary = Object.entries(libraryRooms).map(([room, allowed]) =>
  error(
    `${room} imports ${allowed.join(", ") || "no other room"}`,
    { path: `^lib/${room}/` },
    { path: "^lib/", pathNot: `^lib/(${[room, ...allowed].join("|")})/` },
  ),
);

export default {
  forbidden: [
    error("no-circles", {}, { circular: true }),
    error("no-orphans", { orphan: true, pathNot: "\\.d\\.ts$|^lib/(index|order/index|recreation/index)\\.ts$" }, {}),
    ...roomsOfGuard,
    ...roomsInside,
    ...entered,
    error(
      "the guard knows no constructs",
      { path: "^guard/" },
      { path: "^lib/|node_modules/(cdktf|cdktn|constructs|@cdktf)/" },
    ),
    error(
      "a project is written where no constructs are installed",
      { path: "^lib/init/" },
      { path: "node_modules/(cdktf|cdktn|constructs|@cdktf)/" },
    ),
    ...roomsOfLibrary,
    error(
      "a room of the library is entered through its index",
      { path: "^(lib|docs|bench|examples)/([^/]+)" },
      { path: "^lib/[^/]+/", pathNot: ["^lib/$2/", "^lib/[^/]+/index\\.ts$"] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^guard/test/|^guard/dist/|^dist/" },
    enhancedResolveOptions: { extensions: [".ts", ".js", ".json"] },
  },
};
