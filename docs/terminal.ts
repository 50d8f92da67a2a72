/** Columns of a terminal that is read on a telephone, too. */
const COLUMNS = 60;
const CHARACTER = { width: 8.4, height: 19 };
const MARGIN = 16;

/** A picture of what a terminal shows: a command, and what it says. Lines that are too long are wrapped below their indent. */
export function terminalSvg(title: string, lines: readonly string[]): string {
  const wrapped = lines.flatMap(wrap);
  const width = Math.round(COLUMNS * CHARACTER.width + 2 * MARGIN);
  const height = 36 + wrapped.length * CHARACTER.height + MARGIN;
  const texts = wrapped.map((line, index) => {
    const y = 36 + (index + 1) * CHARACTER.height - 5;
    return `<text x="${MARGIN}" y="${y}" fill="${colorOf(line)}" xml:space="preserve">${escaped(line)}</text>`;
  });
  const buttons = ["#ff5f57", "#febc2e", "#28c840"].map(
    (color, index) => `<circle cx="${MARGIN + 6 + index * 20}" cy="18" r="6" fill="${color}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14">
<title>${escaped(title)}</title>
<rect width="${width}" height="${height}" rx="8" fill="#101828"/>
${[...buttons, ...texts].join("\n")}
</svg>
`;
}

function wrap(line: string): string[] {
  if (line.length <= COLUMNS) return [line];
  const indent = " ".repeat(Math.min(/^[ │├└─]*/.exec(line)?.[0].length ?? 0, 8));
  const cut = line.lastIndexOf(" ", COLUMNS);
  const at = cut > indent.length ? cut : COLUMNS;
  return [line.slice(0, at), ...wrap(`${indent}${line.slice(at).trimStart()}`)];
}

/** As the guard paints what blocks, and a shell what is typed. */
function colorOf(line: string): string {
  if (line.startsWith("$ ")) return "#7cd4fd";
  if (/^(?:-\/\+| {2}-) |^ {4,}[├└│ ]+─ -\/\+/.test(line)) return "#fda29b";
  return line.startsWith("  # ") ? "#ffffff" : "#d0d5dd";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
