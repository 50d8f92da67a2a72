import { listOf, type Value } from "../../values";
import { EvaluationError } from "../errors";
import { STRING, taking, type TerraformFunction } from "./signature";

export const csvFunctions: Readonly<Record<string, TerraformFunction>> = {
  csvdecode: taking(["string"], (text) => {
    const [headers, ...rows] = rowsOf(text);
    if (headers === undefined) throw new EvaluationError("csvdecode: a line of headers is required");
    if (new Set(headers).size !== headers.length) throw new EvaluationError("csvdecode: two columns of one name");
    if (rows.some((row) => row.length !== headers.length))
      throw new EvaluationError("csvdecode: a row of another length");
    return listOf(
      rows.map((row) => new Map<string, Value>(headers.map((name, index) => [name, row[index] ?? ""]))),
      { kind: "object", attributes: new Map(headers.map((name) => [name, { type: STRING, optional: false }])) },
    );
  }),
};

const quotedField = /"((?:[^"]|"")*)"/y;
const plainField = /[^,\n]*/y;

/** The rows of a text, as Go reads them: empty lines are none, and a quote stands only around a whole field. */
function rowsOf(text: string): string[][] {
  const lines = text.replace(/\r\n/g, "\n").replace(/\r$/, "");
  const rows: string[][] = [];
  let position = 0;
  while (position < lines.length) {
    if (lines[position] === "\n") {
      position += 1;
      continue;
    }
    const { fields, end } = rowAt(lines, position);
    rows.push(fields);
    position = end;
  }
  return rows;
}

function rowAt(lines: string, start: number): { fields: string[]; end: number } {
  const fields: string[] = [];
  for (let position = start; ; position += 1) {
    const isQuoted = lines[position] === '"';
    const pattern = isQuoted ? quotedField : plainField;
    pattern.lastIndex = position;
    const match = pattern.exec(lines);
    if (match === null) throw new EvaluationError("csvdecode: a quote that is not closed");
    const [plain, inside] = match;
    if (!isQuoted && plain.includes('"')) throw new EvaluationError("csvdecode: a quote in a field");
    fields.push(isQuoted ? (inside ?? "").replaceAll('""', '"') : plain);
    position = pattern.lastIndex;
    const next = lines[position];
    if (next === undefined || next === "\n") return { fields, end: position + 1 };
    if (next !== ",") throw new EvaluationError("csvdecode: text after a quote");
  }
}
