/**
 * The user and password of a URL, which may be a token alone: all up to the last `@` before a space, a quote that ends the URL, or the
 * end, since passwords hold what nobody encoded. `git@` names no secret.
 */
const USER_INFO = /((?:[a-z][a-z0-9+.-]*:)?\/\/)(?!git@[^\s"'@]*(?:[\s"']|$))[^\s]*@(?=[^\s@/?#"'\\])/gi;

/** A text in which no URL has a user or a password. */
export function withoutCredentials(text: string): string {
  return text.includes("@") ? text.replace(USER_INFO, "$1…@") : text;
}

/** Whether a text has a URL with a user or a password in it. */
export function hasCredentials(text: string): boolean {
  return withoutCredentials(text) !== text;
}
