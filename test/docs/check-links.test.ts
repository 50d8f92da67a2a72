import { brokenLinks } from "../../docs/site/check-links";
import { folderWith } from "../adopt/support";

const siteWith = (body: string) =>
  folderWith({
    "index.html": `<a href="pages/other.html#there">x</a>${body}`,
    "pages/other.html": '<h2 id="there">y</h2><a href="../index.html">z</a>',
    "assets/a b.svg": "",
  });

test.each([
  ["a page", '<a href="pages/other.html">x</a>'],
  ["a place in it", '<a href="pages/other.html#there">x</a>'],
  ["the top of the same page", '<a href="#">x</a>'],
  ["an image with a space in its name", '<img src="assets/a%20b.svg">'],
  ["another host", '<a href="https://example.com/nowhere">x</a><a href="mailto:a@example.com">y</a>'],
])("%s is found, or not looked for", (_what, body) => {
  expect(brokenLinks(siteWith(body))).toEqual([]);
});

test.each([
  ["a page that is not there", "pages/none.html", "no such file"],
  ["a place that is not there", "pages/other.html#nowhere", "no such place in it"],
  ["a place in the same page that is not there", "#nowhere", "no such place in it"],
])("%s is a broken link", (_what, href, why) => {
  expect(brokenLinks(siteWith(`<a class="k" href="${href}">x</a>`))).toEqual([{ page: "index.html", href, why }]);
});
