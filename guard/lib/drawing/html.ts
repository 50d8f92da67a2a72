import type { DrawingPart } from "./drawing";
import { marksIn, styleOf } from "./styles";
import { svgOf } from "./svg";
import { VIEWER } from "./viewer";

/** A page of a drawing that one can search and click through: one file, which asks no server for anything. */
export async function htmlOf(parts: readonly DrawingPart[], title: string): Promise<string> {
  const pictures = await Promise.all(parts.map(({ nodes, arrows }) => svgOf([{ nodes, arrows }])));
  const sections = parts.map(({ name }, index) => {
    const svg = (pictures[index] ?? "").replace(/^[^]*?(?=<svg)/, "");
    return `<section>${name === undefined ? "" : `<h2>${escaped(name)}</h2>`}<div class="picture">${svg}</div></section>`;
  });
  const legend = marksIn(parts.flatMap(({ nodes }) => nodes)).map((mark) => {
    const { fill = "#fff", stroke = "#344054", width = 1, isDashed = false, meaning } = styleOf(mark);
    const border = `${Math.min(width, 3)}px ${isDashed ? "dashed" : "solid"} ${stroke}`;
    return `<li><span style="background:${fill};border:${border}"></span>${escaped(meaning)}</li>`;
  });
  return `<!doctype html>
<html lang="en">
<meta name="generator" content="kapsule-guard">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${VIEWER.css}</style>
<header>
<h1>${escaped(title)}</h1>
<input type="search" placeholder="Search" aria-label="Search resources">
<output></output>
<ul>${legend.join("")}</ul>
</header>
<main>
${sections.join("\n")}
</main>
<script>${VIEWER.script}</script>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
