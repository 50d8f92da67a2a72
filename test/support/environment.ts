/*
 * A developer's machine for each test file, wherever the tests run: a test that is about CI says so itself.
 * The names are those by which lib/base recognizes a CI and its base revision.
 */
for (const name of Object.keys(process.env)) {
  if (/^(CI$|CI_|GITHUB_|GITLAB_|KAPSULE_GUARD_)/.test(name)) Reflect.deleteProperty(process.env, name);
}
