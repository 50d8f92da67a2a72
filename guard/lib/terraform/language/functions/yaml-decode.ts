import { type Document, isCollection, isMap, isScalar, isSeq, parseDocument, Scalar, visit } from "yaml";

import { normalized, type Value } from "../../values";
import { toTerraformString } from "../convert";
import { NotComputed } from "../errors";
import { parseNumber, valueOf } from "../number";

const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const NUMBER = /^(?:[-+]?[0-9]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;
/** What is a time, a number of another base, or one without end in one version of YAML or another. */
const ODD = /^(?:\d{4}-.*|0[ox].*|[-+]?\.?(?:inf|nan).*|[-+]?\d[\d_]*(?::\d.*|_.*)|<<|=)$/i;

/** What parsers of different versions take for different things: tabs, directives, other documents, keys of several parts. */
const UNUSUAL =
  /[^\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]|^(?:%|---|\.\.\.)|(?:^|\s)\?(?:\s|$)/mu;
const oddEscape = /\\(?:[^\\"nrt0abevfxuU]|u[dD][89a-fA-F])/;
const DEEPEST = 50;

/**
 * What `yamldecode` makes of a text.
 *
 * @throws NotComputed for anchors, tags and whatever else parsers differ about
 */
export function yamlDecoded(text: string): Value {
  const lines = text.replace(/^---\n/, "\n");
  if (UNUSUAL.test(lines)) throw new NotComputed("unusual YAML");
  const document = parseDocument(lines, { schema: "failsafe", uniqueKeys: false, version: "1.2", logLevel: "silent" });
  if (document.errors.length + document.warnings.length > 0) throw new NotComputed("what is no YAML here");
  if (document.contents === null) throw new NotComputed("an empty document");
  checkBlocks(document, lines);
  return valueOfNode(document.contents, false, lines, 0);
}

/** @throws NotComputed for texts in blocks that end with the document, which parsers end in several ways */
function checkBlocks(document: Document, text: string): void {
  visit(document, {
    Scalar: (_, node) => {
      if (node.type !== Scalar.BLOCK_LITERAL && node.type !== Scalar.BLOCK_FOLDED) return;
      if (node === document.contents || !text.endsWith("\n")) throw new NotComputed("a block at the end");
    },
  });
}

function valueOfNode(node: unknown, isInFlow: boolean, text: string, depth: number): Value {
  if (depth > DEEPEST) throw new NotComputed("YAML that is nested too deep");
  if (node === null) return null;
  if (isScalar(node)) return valueOfScalar(node, isInFlow, text);
  if (!isCollection(node) || node.anchor !== undefined || node.tag !== undefined)
    throw new NotComputed("an alias or a tag");
  const isFlow = isInFlow || node.flow === true;
  if (isSeq(node)) return node.items.map((item) => valueOfNode(item, isFlow, text, depth + 1));
  if (!isMap(node)) throw new NotComputed("another node of YAML");
  return new Map(
    node.items.map(({ key, value }): [string, Value] => [
      keyOf(key, isFlow, text),
      valueOfNode(value, isFlow, text, depth + 1),
    ]),
  );
}

function keyOf(key: unknown, isInFlow: boolean, text: string): string {
  if (!isScalar(key) || key.type === Scalar.BLOCK_FOLDED || key.type === Scalar.BLOCK_LITERAL)
    throw new NotComputed("a key that is no text");
  return toTerraformString(valueOfScalar(key, isInFlow, text));
}

function valueOfScalar(node: Scalar, isInFlow: boolean, text: string): Value {
  if (node.anchor !== undefined || node.tag !== undefined) throw new NotComputed("an anchor or a tag");
  const value = typeof node.value === "string" ? node.value : "";
  const source = node.range ? text.slice(node.range[0], node.range[1]) : "";
  switch (node.type) {
    case Scalar.QUOTE_DOUBLE:
      if (oddEscape.test(source) || !/^"(?:[^"\\\n]|\\.)*"$/.test(source)) throw new NotComputed("an escape in YAML");
      return normalized(value);
    case Scalar.QUOTE_SINGLE:
      if (!/^'(?:[^'\n]|'')*'$/.test(source)) throw new NotComputed("quotes of several lines, or of none");
      return normalized(value);
    case Scalar.BLOCK_LITERAL:
      if (typeof resolved(value) !== "string") throw new NotComputed("a block that is no text");
      return normalized(value);
    case Scalar.PLAIN:
    case undefined:
      if (isInFlow && /[:?[\]{},&*!|>'"%@`#]/.test(source))
        throw new NotComputed("signs in a list or an object of one line");
      return resolved(value);
    default:
      throw new NotComputed("a folded text");
  }
}

/** What a text without quotes stands for. */
function resolved(text: string): Value {
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  if (NULL.test(text)) return null;
  if (NUMBER.test(text)) return valueOf(parseNumber(text));
  if (ODD.test(text)) throw new NotComputed("what is something else to others");
  return normalized(text);
}
