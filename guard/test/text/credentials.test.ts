import { hasCredentials, withoutCredentials } from "../../lib/text/credentials";

test.each([
  ["https://user:SECRET@a.example/x", "https://…@a.example/x"],
  ["postgres://u:pa'SECRET@h/d", "postgres://…@h/d"],
  ['postgres://u:pa\\"SECRET@h/d', "postgres://…@h/d"],
  ["x_https://u:SECRET@h", "x_https://…@h"],
  ["//u:SECRET@h", "//…@h"],
  ["https://SECRET@h", "https://…@h"],
  ["https://git@SECRET@h", "https://…@h"],
  ["https://SEC/RET@h", "https://…@h"],
  ["postgres://u:SEC@RET@host", "postgres://…@host"],
  ["see nats://u:SECRET@a:4222 and redis://:SECRET@b:6379", "see nats://…@a:4222 and redis://…@b:6379"],
  ['{ "a": "amqp://u:SECRET@h" }', '{ "a": "amqp://…@h" }'],
])("%s", (text, expected) => {
  expect(withoutCredentials(text)).toBe(expected);
  expect(hasCredentials(text)).toBe(true);
});

test.each([
  "https://a.example/x",
  "a@b.example",
  "ssh://git@github.example/o/r",
  "rg.fr-par.scw.cloud/images@sha256:00",
  "// see a comment",
  "https://a.example/ and a@b.example",
])("%s is left as it is", (text) => {
  expect(withoutCredentials(text)).toBe(text);
});
