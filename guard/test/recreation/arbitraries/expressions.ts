import fc from "fast-check";

/** What an argument of a function is meant to be. */
type Kind = "any" | "bool" | "list" | "map" | "number" | "text" | (string & {});

const strings = [
  ...["", "a", "b", "A", "abc", "ABC def", "hello-world", " x ", "a,b,c", "a\\nb\\n", "\\n", "x\\r\\n", "a/b/c.txt"],
  ...["10", "05", "1.5", "-3", "1e3", "0x1F", "true", "false", "1", "0", "null", "ff", "777", "z"],
  ...["straße", "café", "cafe\\u0301", "İstanbul", "ǆ", "🤷🏽‍♂️x", "日本語", "ΑΣ", "o'neil mc-donald", "x_y 2nd"],
  ...["<&>", "a\\tb", 'q\\"q', "back\\\\slash", "$${a}", "%%{b}", "a+b c/d?e=ü"],
];
const prefixes = [
  ...["10.0.0.0/8", "192.168.4.7/22", "10.1.2.3/32", "0.0.0.0/0", "fd00:1:2::/48", "::/0", "2001:db8::1/128"],
  ...["10.0.0.0", "10.0.0.0/33", "10.0.0/8", "010.0.0.0/8", "::ffff:10.0.0.0/104", "fd00::1:0:0:1/64"],
];
const numbers = [
  ...["0", "1", "2", "3", "4", "5", "7", "8", "10", "16", "24", "32", "100", "255", "256", "1000", "65536"],
  ...["-1", "-2", "-3", "-10", "1.5", "-0.5", "2.5", "0.1", "0.2", "0.25", "1e3", "1e-7", "1.10", "-0"],
  ...["9007199254740993", "1e21", "123456789012345678901234567890", "0.30000000000000004", "1e-30"],
];
const lists = [
  ...["[]", '["a"]', '["b", "a", "b"]', '["a", 1]', '[1, "1", true]', "[3, 1, 2]", "[true, false]", "[null]"],
  ...['["a", null]', '[["a"], ["b", "c"]]', '[[1], ["x"]]', "[{ a = 1 }]", '[{ a = 1 }, { a = "x", b = 2 }]', '[""]'],
  ...['tolist(["x", "y", "z"])', "tolist([1, 2])", "tolist([])", 'toset(["b", "a"])', "toset([10, 9, 100])"],
  ...["var.ls", "var.ln", "var.ss", "var.sn", "var.t", "var.any", "var.la", "var.lo", "[0.1, 0.2]", "[[], [[1]]]"],
];
const maps = [
  ...["{}", "{ a = 1 }", '{ b = "x", a = 1 }', "{ a = [1] }", '{ a = ["x", "y"], b = ["x"] }', "{ a = null }"],
  ...['tomap({ a = "x" })', 'tomap({ a = 1, b = "x" })', '{ "k k" = true }', "var.ms", "var.me", "var.o", "{ n = {} }"],
  ...['tomap({ x = ["p", "q"], y = ["q"] })', '{ "1" = "one" }', "{ z = 0.1, a = -0 }"],
];
const bools = ["true", "false", '"true"', "1 == 1", "null", '"1"'];
const encoded = [
  ...[
    "aGVsbG8=",
    "aGVsbG8",
    "w6k=",
    "/w==",
    "YQ==\\n",
    "",
    "a",
    "YQBiAA==",
    "AGEAYg==",
    "//5hAA==",
    "/v8AYQ==",
    "77u/YQ==",
  ],
  ...["PdgD3g==", "PdhhAA==", "4PHp"],
];
const documents = [
  ...[
    '{\\"a\\":1}',
    "[1, 2.50, null]",
    '\\"x\\"',
    "1e2",
    "{",
    "",
    '{\\"b\\":{\\"c\\":[]},\\"a\\":\\"<\\"}',
    "[1,]",
    "-0",
  ],
  ...['{\\"a\\":1,\\"a\\":2}', "9007199254740993", '\\"\\\\u00e9\\"', " true ", "0.1", "tru", "01"],
];
const times = [
  ...["2024-01-31T00:00:00Z", "2024-02-29T12:30:45+02:00", "2024-01-31T01:00:00+01:00", "2023-02-29T00:00:00Z"],
  ...["2024-01-31", "2024-01-31T00:00:00.5Z", "now", "1999-12-31T23:59:59.999999999-11:30", "2024-01-31T24:00:00Z"],
  ...["2024-01-31T1:00:00Z", "2024-13-01T00:00:00Z", "2024-01-31T00:00:60Z", "2024-01-31T00:00:00+00:00"],
  ...["2024-01-31T00:00:00-00:00", "2024-01-31t00:00:00z", "2024-01-31T00:00:00,5Z", "2024-01-31T00:00:00+25:00"],
];
const durations = [
  ...["1h", "-90m", "1h30m", "24h", "500ms", "1d", "", "1.5h", "0", "-0", "1", "h", ".5s", "1.s", "-.5h", "+8760h"],
  ...["1.0000001s", "100us", "1µs", "3ns", "1h-1m", " 1h", "99999999999h", "0.333333333h", "876000h", "-17520h"],
];
const layouts = [
  ...["YYYY-MM-DD", "hh:mm:ss ZZZ", "DD MMM YY", "EEE h AA", "'T'", "x", "", "EEEE, D MMMM YYYY 'at' H:m aa"],
  ...["YYYY-MM-DD'T'hh:mm:ssZ", "ZZZZ ZZZZZ", "''", "'it''s'", "'", "'abc''", "YYY", "HH 'o''clock'", "MMMMM", "é D"],
];
const patterns = [
  ...["[a-z]+", "(\\\\d+)", "(?P<k>a)", "^$", "(", "a|b", ".", "", "a*", "(a*)+", "(?:(a)|b)*", "(a)?b", "(a|b)+c"],
  ...["^([a-z]+)-([a-z]+)$", "(?P<h>[^/]+)/(?P<t>.*)", "(?P<a>a)(b)", "(?i)ABC", "(?i)É", "(?s)a.b", "(?m)^b$"],
  ...[
    "[[:alpha:]]+",
    "[[:^alpha:]]",
    "\\\\Aa",
    "c\\\\z",
    "\\\\Z",
    "\\\\pL+",
    "\\\\p{Lu}",
    "\\\\p{Greek}",
    "[\\\\s\\\\S]",
  ],
  ...[
    "(?=a)",
    "(?!a)",
    "(?<=a)b",
    "\\\\1",
    "(a)\\\\1",
    "\\\\bc",
    "\\\\w+",
    "\\\\W",
    "\\\\S+",
    "[^\\\\d]+",
    "a{2}",
    "a{,2}",
  ],
  ...["a{1,2}?", "x{2,1}", "a**", "a+?", ".*?b", "[]a]", "[^]a]", "[a", "a]", "}", "{", "[b-a]", "[a\\\\-c]", "[-a]"],
  ...[
    "[a-]",
    "\\\\.",
    "\\\\/",
    "\\\\x41",
    "\\\\x{e9}",
    "\\\\n",
    "\\\\t",
    "\\\\Qa.b\\\\E",
    "\\\\_",
    "\\\\é",
    "é",
    "[à-ü]",
  ],
  ...["(?:a|b)", "(?P<n>", "(?<n>b)", "(?P<1>b)", "(?U)a+", "(?i:a)b", "a(?i)b", "(|a)b", "(a||b)", "^*", "$", "^"],
  ...["(a{0,1})b", "(\\\\w+)@(\\\\w+)", "[[:punct:]]", "[a[:digit:]]", "(?i)[^A]", "🤷", "(.)(.)", "a.c", "\\\\d{1,3}"],
];
const replaced = [
  ...[
    "/[a-z]/",
    "/(\\\\w)(\\\\w)/",
    "/a*/",
    "/^/",
    "/$/",
    "/\\\\s+/",
    "/(?P<x>b)/",
    "/(/",
    "//",
    "/",
    "/(?i)A/",
    "/./",
  ],
  ...["/[^a-z0-9]+/", "/-$/", "/x*/", "/(a)|(b)/", "/\\\\b/"],
];
const replacements = [
  "$1",
  "$0",
  "$2$1",
  "[$1x]",
  "[$${1}x]",
  "$x",
  "$${x}",
  "$$",
  "$",
  "$9",
  "$01",
  "$é",
  "a$",
  "$${}",
];
const yamls = [
  ...["a: 1", "a: b\\nc: [1, two, 3.0]", "- a\\n- b: c\\n  d: e", "x", "", "~", "a:", "- \\n- ", "a: yes", "a: 0o7"],
  ...["a: 0x1F", "a: 1_000", "a: 2024-01-01", "a: &x 1\\nb: *x", "a: !!str 1", "---\\na: 1\\n", "a: 1\\n---\\nb: 2"],
  ...["a: |\\n  one\\n  two\\n", "a: >-\\n  one\\n  two\\n", "a: |-\\n  true", "{a: 1, b: [x]}", "{a:1}", "[a, b, ]"],
  ...[
    'a: \\"x\\\\ny\\"',
    "a: 'it''s'",
    "a: b # c",
    "a: b#c",
    "# only",
    "a: 012",
    "a: +5",
    "a: -0.5e3",
    "a: .5",
    "a: 1.",
  ],
  ...[
    "a: .inf",
    "a: .nan",
    "1: x",
    "true: x",
    "null: x",
    "1.0: x",
    "a: 1\\na: 2",
    "<<: {a: 1}",
    "a: b: c",
    "? a\\n: b",
  ],
  ...[
    "a: http://x:80/y",
    "a:\\n- 1\\n- 2\\nb:\\n  - 3",
    "a: one\\n  two",
    "\\ta: 1",
    'a: \\"x',
    "a: %x",
    "a: @x",
    "é: ü",
  ],
  ...[
    "a: [\\n1,\\n2\\n]",
    "a: {}\\nb: []",
    "a: on\\nb: Off\\nc: NO\\nd: n",
    "a: 1:30",
    "a: - b",
    "- - 1\\n  - 2",
    'a: \\"\\\\x41\\"',
  ],
  ...[
    "a: |+\\n  x\\n\\n",
    "a: 'x\\n  y'",
    "a: -",
    "a: 123456789012345678901234567890",
    "[a: 1]",
    '\\"a\\": 1',
    '{\\"a\\":1}',
  ],
];
const csvs = [
  ...[
    "a,b\\n1,2",
    "a,b\\n1",
    "a,a\\n1,2",
    "",
    "a",
    "a\\n\\nb\\n",
    "a,b\\r\\n1,2\\r\\n",
    'a\\n\\"x,y\\"',
    'a\\n\\"x\\"\\"y\\"\\n',
  ],
  ...[
    'a\\n\\"x\\ny\\"',
    'a\\nx\\"y',
    'a\\n\\"x\\"y',
    'a\\n\\"x',
    "\\n\\na,b\\n , é ",
    "a,\\n,",
    "a\\n\\r",
    "a\\rb\\nc",
    '\\"a b\\",c\\n1,2',
  ],
];
const urls = ["a%20b+c", "%C3%A9", "%", "%zz", "é+%41", "%ff", "a=b&c=d"];
const gzips = ["H4sIAAAAAAAA/8pIzcnJBwAAAP//AQAA//+GphA2BQAAAA==", "aGVsbG8=", "x"];
const places = [
  ...["", "/", "a", "a/b", "a/b/", "/a", "//a//", "../a", "./a/../b", "a//b", ".", "..", "~", "~/x", "~u/x", "a/b.txt"],
];
const addresses = [
  "10.1.2.3",
  "10.1.0.0/16",
  "fd00:1:2::1",
  "fd00::/64",
  "192.168.4.0/24",
  "0.0.0.0/0",
  "x",
  "10.0.0.0/7",
];
const verbs = [
  ...["%s", "%d", "%v", "%q", "%03d", "%5s", "%-5s|", "%.2f", "%x", "%t", "%s%%", "%#v", "%+d", "% d", "%X", "%f"],
  ...["none", "%e", "%g", "%b", "%o", "%05.1f", "%", "%s", "%s", "%v", "%d", "%[1]s%[1]s", "%.3s", "%5d|", "%-4d|"],
];
const encodings = ["UTF-8", "UTF-16LE", "ISO-8859-1", "utf-7", "", "utf-8", "UTF-16BE", "UTF-8", "UTF-16LE"];
/** What YAML has several ways to write. */
const documentsOfYaml = [
  ...[
    '"a\\nb"',
    '"a\\n"',
    '"\\n"',
    '"\\na"',
    '" a\\nb"',
    '"a \\nb"',
    '"a\\n\\n"',
    '"a\\n\\nb\\n\\n"',
    '"a\\nb "',
    '"a\\tb"',
  ],
  ...[
    '{ a = "x\\n", b = "y\\nz" }',
    '["a\\n\\n", "b"]',
    '["a", "b\\n\\n"]',
    '{ "k\\nk" = 1 }',
    '{ "k: #" = { x = ["y"] } }',
  ],
  ...[
    '"\\u00a0\\u2028"',
    '"\\u0007\\U0001F600"',
    '"\\"q\\" \\\\"',
    "[{ a = 1, b = [{ c = 2 }] }, [[], {}], null]",
    '"a\\r\\nb"',
  ],
  ...['"${join(" ", [for i in range(40) : "word"])}"', '{ k = "${join(" ", [for i in range(40) : "w${i}"])}" }'],
  ...[
    '["${join("  ", [for i in range(40) : "wo${i}"])}"]',
    '{ "${join("", range(60))}" = [1] }',
    '{ a = { b = { c = "x\\ny" } } }',
  ],
  ...[
    '{ "${join("-", range(100))}" = [1] }',
    '[["a\\nb"], { c = "\\n x" }]',
    '{ a = toset(["b", "a"]), c = [{}] }',
    "[[[1, 2], 3], 4]",
  ],
];
const flat = (...words: readonly (readonly string[])[]): string[] => words.flat();
const quoted = (words: readonly string[]): string[] => words.map((word) => `"${word}"`);

const pools: Readonly<Record<string, readonly string[]>> = {
  text: flat(quoted(strings), ["null", "1", "true", "1.50", "var.s", "var.cafe"]),
  number: flat(numbers, ['"3"', '"1.5"', '"a"', "null", "true", "var.n"]),
  small: ["0", "1", "2", "3", "4", "8", "-1", "-2", "1.5", '"2"', "16", "100", "null"],
  list: lists,
  strings: flat(lists, ['["x", "", "y", ""]', '["b", "ä", "a", "B"]', "null"]),
  bools: ["[]", "[true]", "[true, false]", '["true", 1]', "[null, true]", '[""]', "toset([true])", "null"],
  numbers: ["[]", "[1, 2]", '[1, "2"]', "[0.1, 0.2]", "[-1, 1]", "[null]", "var.ln", "toset([1.5, 2])", '["a"]'],
  map: maps,
  bool: bools,
  prefix: quoted(prefixes),
  base64: quoted(encoded),
  json: quoted(documents),
  time: quoted(times),
  duration: quoted(durations),
  layout: quoted(layouts),
  pattern: quoted(patterns),
  format: quoted(verbs),
  encoding: quoted(encodings),
  separator: quoted([",", "", "-", ", ", "ab", "\\n", "é"]),
  base: ["2", "8", "10", "16", "36", "62", "63", "1", '"16"', "0"],
  digits: flat(quoted(["ff", "10", "-10", "+7", "", "z", "Z", "1_0", "12345678901234567890", "0x1", "1.0", " 1"]), [
    "12",
  ]),
  uuid: quoted(["dns", "url", "a8f5f167-f44f-4964-a6ba-0e2a9d6f2f0a", "nope"]),
  element: ['"a"', '"b"', '"x"', "1", "2", '"1"', "true", "null", '["a"]', "{ a = 1 }", "10", "0.1", '""'],
  replaced: flat(quoted(replaced), quoted([",", "-", "a"])),
  replacement: flat(quoted(replacements), quoted(["", "-", "é"])),
  yaml: quoted(yamls),
  csv: quoted(csvs),
  url: quoted(urls),
  gzip: quoted(gzips),
  place: quoted(places),
  address: quoted(addresses),
  document: flat(documentsOfYaml, lists, maps, [
    "null",
    "1",
    "0.1",
    "true",
    "[{ a = [] }, { b = {} }]",
    "[[1, [2]], []]",
  ]),
  position: ["0", "0", "1", "1", "2", "3", "-1", "-2", '"1"', "1.5", "7"],
  pair: [
    '["a", "b"]',
    '["x", "y"]',
    "[1, 2]",
    '["b", "a"]',
    "var.ln",
    '["a", 1]',
    '["k", "k"]',
    'toset(["b", "a"])',
    "[[], {}]",
  ],
  key: quoted(["a", "b", "z", "1", "k k"]),
};
const any = [...new Set(flat(...["text", "number", "list", "map", "bool"].map((kind) => pools[kind] ?? [])))];

/** What each function takes, the last kind again and again where `...` follows it. */
const functions: Readonly<Record<string, readonly Kind[]>> = {
  abs: ["number"],
  abspath: ["place"],
  alltrue: ["bools"],
  anytrue: ["bools"],
  base64decode: ["base64"],
  base64encode: ["text"],
  base64gzip: ["text"],
  base64sha256: ["text"],
  base64sha512: ["text"],
  basename: ["place"],
  can: ["any"],
  ceil: ["number"],
  chomp: ["text"],
  chunklist: ["list", "small"],
  cidrhost: ["prefix", "number"],
  cidrnetmask: ["prefix"],
  cidrsubnet: ["prefix", "small", "small"],
  cidrsubnets: ["prefix", "small", "..."],
  coalesce: ["any", "..."],
  coalescelist: ["list", "..."],
  compact: ["texts"],
  concat: ["list", "..."],
  contains: ["list", "element"],
  csvdecode: ["csv"],
  dirname: ["place"],
  distinct: ["list"],
  element: ["list", "position"],
  endswith: ["text", "text"],
  ephemeralasnull: ["any"],
  flatten: ["list"],
  floor: ["number"],
  format: ["format", "any"],
  formatdate: ["layout", "time"],
  formatlist: ["format", "list", "..."],
  indent: ["small", "text"],
  index: ["list", "element"],
  issensitive: ["any"],
  join: ["separator", "texts", "..."],
  jsondecode: ["json"],
  jsonencode: ["any"],
  keys: ["map"],
  length: ["any"],
  log: ["number", "number"],
  lookup: ["map", "key", "any"],
  lower: ["text"],
  matchkeys: ["pair", "pair", "list"],
  max: ["number", "..."],
  md5: ["text"],
  merge: ["map", "..."],
  min: ["number", "..."],
  nonsensitive: ["any"],
  one: ["list"],
  parseint: ["digits", "base"],
  pathexpand: ["place"],
  pow: ["number", "number"],
  range: ["small", "..."],
  regex: ["pattern", "text"],
  regexall: ["pattern", "text"],
  replace: ["text", "replaced", "replacement"],
  reverse: ["list"],
  sensitive: ["any"],
  setintersection: ["list", "..."],
  setproduct: ["list", "..."],
  setsubtract: ["list", "list"],
  setunion: ["list", "..."],
  sha1: ["text"],
  sha256: ["text"],
  sha512: ["text"],
  signum: ["number"],
  slice: ["list", "position", "position"],
  sort: ["texts"],
  split: ["separator", "text"],
  startswith: ["text", "text"],
  strcontains: ["text", "separator"],
  strrev: ["text"],
  substr: ["text", "small", "small"],
  sum: ["numbers"],
  textdecodebase64: ["base64", "encoding"],
  textencodebase64: ["text", "encoding"],
  timeadd: ["time", "duration"],
  timecmp: ["time", "time"],
  title: ["text"],
  tobool: ["bool"],
  tolist: ["list"],
  tomap: ["map"],
  tonumber: ["number"],
  toset: ["list"],
  tostring: ["any"],
  transpose: ["map"],
  trim: ["text", "separator"],
  trimprefix: ["text", "text"],
  trimspace: ["text"],
  trimsuffix: ["text", "text"],
  try: ["any", "..."],
  upper: ["text"],
  urlencode: ["text"],
  uuidv5: ["uuid", "text"],
  values: ["map"],
  yamldecode: ["yaml"],
  yamlencode: ["document"],
  zipmap: ["pair", "pair"],
};

/** Functions of Terraform whose result is of the machine, of the moment, or of nothing that is written. */
export const UNTRIED = [
  ...["bcrypt", "plantimestamp", "rsadecrypt", "templatefile", "templatestring", "timestamp", "uuid"],
  ...["file", "fileexists", "fileset", "filebase64", "filemd5", "filesha1", "filesha256", "filesha512"],
  ...["filebase64sha256", "filebase64sha512"],
];

export const FUNCTIONS = Object.keys(functions);

/** What OpenTofu has, and Terraform has not. */
const ofTofu: Readonly<Record<string, readonly Kind[]>> = {
  base64gunzip: ["gzip"],
  cidrcontains: ["prefix", "address"],
  urldecode: ["url"],
};

export const TOFU_FUNCTIONS = Object.keys(ofTofu);

/** One call in ten has an argument of another kind than it wants, and one in ten the result of another call. */
function argument(kind: Kind, depth: number): fc.Arbitrary<string> {
  const own = fc.constantFrom(...(pools[kind] ?? any));
  const nested = depth > 0 ? fc.constantFrom(...FUNCTIONS).chain((name) => callOf(name, depth - 1)) : own;
  return fc.oneof(
    { weight: 8, arbitrary: own },
    { weight: 1, arbitrary: fc.constantFrom(...any) },
    { weight: 1, arbitrary: nested },
  );
}

/** A null that has a type, which is a null like any other here. */
const TYPED_NULL = /to(?:bool|list|map|number|set|string)\(null\)|one\((?:var\.ls|tolist\(\[\]\))/;

/** A call of a function, mostly with arguments of the kinds that it takes. */
function callOf(name: string, depth = 1): fc.Arbitrary<string> {
  const kinds = functions[name] ?? ofTofu[name] ?? [];
  const isVariadic = kinds.at(-1) === "...";
  const fixed = kinds.filter((kind) => kind !== "...");
  const last = fixed.at(-1) ?? "any";
  const more = isVariadic ? fc.array(argument(last, depth), { maxLength: 2 }) : fc.constant<string[]>([]);
  return fc
    .tuple(fc.tuple(...fixed.map((kind) => argument(kind, depth))), more)
    .map(([first, rest]) => `${name}(${[...first, ...rest].join(", ")})`)
    .filter((call) => !TYPED_NULL.test(call));
}

/** An operator between values, or what else an expression is made of. */
function operation(): fc.Arbitrary<string> {
  const value = argument("any", 1);
  const number = argument("number", 1);
  const list = argument("list", 1);
  const map = argument("map", 1);
  const bool = argument("bool", 1);
  return fc.oneof(
    fc
      .tuple(number, fc.constantFrom("+", "-", "*", "/", "%", "<", ">", "<=", ">="), number)
      .map((parts) => parts.join(" ")),
    fc.tuple(value, fc.constantFrom("==", "!="), value).map((parts) => parts.join(" ")),
    fc.tuple(bool, fc.constantFrom("&&", "||"), bool).map((parts) => parts.join(" ")),
    fc.tuple(bool, value, value).map(([condition, then, otherwise]) => `${condition} ? ${then} : ${otherwise}`),
    number.map((of) => `-(${of})`),
    bool.map((of) => `!(${of})`),
    fc.tuple(value, value).map(([a, b]) => `"\${${a}}-\${${b}}"`),
    fc.tuple(list, argument("small", 0)).map(([of, key]) => `(${of})[${key}]`),
    fc.tuple(map, argument("key", 0)).map(([of, key]) => `(${of})[${key}]`),
    list.map((of) => `[for i, x in ${of} : [i, x]]`),
    map.map((of) => `{ for k, x in ${of} : k => x }`),
    list.map((of) => `{ for x in ${of} : x => x... }`),
    value.map((of) => `(${of})[*]`),
    list.map((of) => `(${of})[*].a`),
    fc.tuple(value, value).map(([a, b]) => `try(${a}, ${b})`),
    value.map((of) => `can(${of})`),
  );
}

/** Templates with directives. */
function template(): fc.Arbitrary<string> {
  const [bool, list, map, value] = [argument("bool", 0), argument("list", 0), argument("map", 0), argument("text", 0)];
  const [left, right] = [fc.constantFrom("", "~"), fc.constantFrom("", "~")];
  const space = fc.constantFrom("", " ", "\\n", " \\n ", "x");
  const marked = (inner: fc.Arbitrary<string>, sign = "%"): fc.Arbitrary<string> =>
    fc.tuple(space, left, inner, right, space).map(([a, l, text, r, b]) => `${a}${sign}{${l} ${text} ${r}}${b}`);
  const conditional = fc
    .tuple(
      marked(bool.map((of) => `if ${of}`)),
      marked(value, "$"),
      marked(fc.constant("else")),
      marked(fc.constant("endif")),
    )
    .map((parts) => parts.join(""));
  const names = fc.constantFrom("x", "k, x");
  const loop = fc
    .tuple(
      marked(fc.tuple(names, fc.oneof(list, map)).map(([name, of]) => `for ${name} in ${of}`)),
      marked(fc.constantFrom("x", "jsonencode(x)"), "$"),
      marked(fc.constant("endfor")),
    )
    .map((parts) => parts.join(""));
  return fc
    .array(fc.oneof(conditional, loop, marked(value, "$")), { minLength: 1, maxLength: 3 })
    .map((parts) => `"${parts.join("")}"`);
}

/** Calls of every function and operations, the same for the same seed. */
export function expressionsOf(seed: number, calls: number, names: readonly string[] = FUNCTIONS): string[] {
  const each = names.flatMap((name) => fc.sample(callOf(name), { seed, numRuns: calls }));
  const others = [operation(), template()].flatMap((each) => fc.sample(each, { seed, numRuns: calls * 10 }));
  return [...new Set([...each, ...others])];
}
