import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** A link of the site that leads nowhere. */
interface BrokenLink {
  readonly page: string;
  readonly href: string;
  readonly why: "no such file" | "no such place in it";
}

/**
 * The links inside a built site that lead nowhere. Links to other hosts are not followed.
 *
 * @param site Folder of the site.
 */
export function brokenLinks(site: string): BrokenLink[] {
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  const anchors = new Map(pages.map((page) => [join(site, page), anchorsIn(join(site, page))]));
  return pages.flatMap((page) => {
    const file = join(site, page);
    return hrefsIn(file).flatMap((href): BrokenLink[] => {
      const why = problemOf(file, href, anchors);
      return why === undefined ? [] : [{ page: relative(site, file), href, why }];
    });
  });
}

function problemOf(
  file: string,
  href: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): BrokenLink["why"] | undefined {
  const [path = "", fragment] = href.split("#").map(decodeURIComponent);
  const target = path === "" ? file : join(dirname(file), path);
  if (!existsSync(target)) return "no such file";
  const known = anchors.get(target);
  return fragment === undefined || fragment === "" || known === undefined || known.has(fragment)
    ? undefined
    : "no such place in it";
}

function hrefsIn(file: string): string[] {
  const hrefs = [...readFileSync(file, "utf8").matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, href = ""]) => href);
  return [...new Set(hrefs)]
    .map((href) => href.replaceAll("&amp;", "&"))
    .filter((href) => !/^[a-z]+:|^\/\//.test(href));
}

function anchorsIn(file: string): ReadonlySet<string> {
  return new Set([...readFileSync(file, "utf8").matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id));
}
