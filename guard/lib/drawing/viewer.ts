/** What makes a picture of Graphviz one that can be searched and clicked through; it knows its boxes and arrows by their titles. */
export const VIEWER = {
  css: `
body { margin: 0; font: 14px/1.4 Helvetica, Arial, sans-serif; color: #101828; background: #fff }
header { position: sticky; top: 0; background: #fff; border-bottom: 1px solid #d0d5dd; padding: 8px 16px; z-index: 1 }
h1 { font-size: 16px; margin: 0 0 6px } h2 { font-size: 14px; margin: 0 }
input { font: inherit; padding: 4px 8px; width: min(320px, 90vw); border: 1px solid #98a2b3; border-radius: 4px }
output { margin-left: 8px; color: #475467; overflow-wrap: anywhere }
ul { list-style: none; margin: 6px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; color: #475467 }
li span { display: inline-block; width: 18px; height: 12px; margin-right: 6px; border-radius: 3px; vertical-align: -1px }
section { padding: 12px 16px } .picture { overflow: auto }
.node { cursor: pointer } .faded { opacity: 0.15 } .found > :is(path, polygon) { stroke-width: 3 }
`,
  script: `
const nodes = [...document.querySelectorAll(".node")];
const edges = [...document.querySelectorAll(".edge")];
const titleOf = (element) => element.querySelector("title").textContent;
const pictureOf = (element) => element.closest("svg");
const output = document.querySelector("output");
const search = document.querySelector("input");
const ends = new Map(edges.map((edge) => {
  const title = titleOf(edge);
  const there = new Set(nodes.filter((node) => pictureOf(node) === pictureOf(edge)).map(titleOf));
  for (let at = title.indexOf("->"); at >= 0; at = title.indexOf("->", at + 1)) {
    const [first, then] = [title.slice(0, at), title.slice(at + 2)];
    if (there.has(first) && there.has(then)) return [edge, [first, then]];
  }
  return [edge, []];
}));
function show(isShown, said) {
  const isAll = isShown === undefined;
  const shown = new Set(nodes.filter((node) => isAll || isShown(node)));
  for (const node of nodes) {
    node.classList.toggle("faded", !shown.has(node));
    node.classList.toggle("found", !isAll && shown.has(node));
  }
  for (const edge of edges) {
    const [first, then] = ends.get(edge).map((title) => nodes.find((node) => titleOf(node) === title && pictureOf(node) === pictureOf(edge)));
    edge.classList.toggle("faded", !isAll && !(shown.has(first) && shown.has(then)));
  }
  output.textContent = said;
  return shown.size;
}
search.addEventListener("input", () => {
  const word = search.value.trim().toLowerCase();
  if (word === "") return show(undefined, "");
  const size = show((node) => node.textContent.toLowerCase().includes(word), "");
  output.textContent = size + " found";
  nodes.find((node) => node.classList.contains("found"))?.scrollIntoView({ block: "center", inline: "center" });
});
for (const node of nodes) {
  node.tabIndex = 0;
  const choose = () => {
    const [own, picture] = [titleOf(node), pictureOf(node)];
    const near = new Set([own]);
    for (const edge of edges) {
      const pair = ends.get(edge);
      if (pictureOf(edge) === picture && pair.includes(own)) for (const each of pair) near.add(each);
    }
    show((other) => pictureOf(other) === picture && near.has(titleOf(other)), own);
  };
  node.addEventListener("click", (event) => { event.stopPropagation(); choose(); });
  node.addEventListener("keydown", (event) => { if (event.key === "Enter") choose(); });
}
addEventListener("keydown", (event) => { if (event.key === "Escape") { search.value = ""; show(undefined, ""); } });
document.querySelector("main").addEventListener("click", () => show(undefined, ""));
`,
};
