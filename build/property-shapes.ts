import { join } from "node:path";

import ts from "typescript";

const ROOT = join(__dirname, "..");
export const FILE = join(ROOT, "lib/core/property-shapes.ts");

/** What has a check of its own, which does not repeat the value. */
const SECRET = /password$/i;

/** What the constructs ask for: `SHAPES.BucketProps` is about the interface of that name. */
const ASKED = /\bSHAPES\.(\w+)/g;

/** What a check has to be told of the properties of an interface. */
interface Shape {
  readonly types: Readonly<Record<string, string>>;
  readonly required: readonly string[];
}

/** Of each interface that a check asks for, what plain JavaScript has to be told of it: the content of `lib/core/property-shapes.ts`. */
export function propertyShapes(): Record<string, Shape> {
  const { program, files } = parsedLibrary();
  const checker = program.getTypeChecker();
  const names = new Set(files.flatMap((file) => [...file.text.matchAll(ASKED)].map(([, name = ""]) => name)));
  const shapes = [...names].sort().map((name) => {
    const declared = declaredAs(name, files);
    return [name, shapeOf(checker.getTypeAtLocation(declared), declared, checker)] as const;
  });
  return Object.fromEntries(shapes);
}

function parsedLibrary(): { program: ts.Program; files: ts.SourceFile[] } {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram([join(ROOT, "lib/index.ts")], { ...options, noEmit: true });
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(ROOT, "lib")));
  return { program, files: files.filter(({ fileName }) => fileName !== FILE) };
}

function declaredAs(name: string, files: readonly ts.SourceFile[]): Declared {
  const found = files.flatMap(({ statements }) =>
    statements.filter(isDeclared).filter((each) => each.name.text === name),
  );
  const [only, another] = found;
  if (only === undefined || another !== undefined)
    throw new Error(`SHAPES.${name}: expected one interface or type of that name in lib, found ${found.length}`);
  return only;
}

type Declared = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

function isDeclared(statement: ts.Statement): statement is Declared {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}

/** Of a union, a property is what it is in any member, and required where it is in each. */
function shapeOf(type: ts.Type, place: ts.Node, checker: ts.TypeChecker): Shape {
  const members = type.isUnion() ? type.types : [type];
  const names = [...new Set(members.flatMap((member) => member.getProperties().map(({ name }) => name)))];
  const types = names.map((name) => {
    const found = members.flatMap((member) => member.getProperty(name) ?? []);
    const kinds = new Set(found.map((each) => kindOf(checker.getTypeOfSymbolAtLocation(each, place), checker)));
    const [kind = "any"] = kinds;
    return [name, kinds.size === 1 && !SECRET.test(name) ? kind : "any"] as const;
  });
  const required = names.filter((name) => members.every((member) => isRequired(member.getProperty(name))));
  return { types: Object.fromEntries(types), required };
}

function isRequired(property: ts.Symbol | undefined): boolean {
  return property !== undefined && (property.flags & ts.SymbolFlags.Optional) === 0;
}

/** What a check knows a type by; `any` where there is more to say of a wrong value than its type, or several may stand there. */
function kindOf(given: ts.Type, checker: ts.TypeChecker): string {
  const type = checker.getNonNullableType(given);
  const kinds = new Set(partsOf(type).map((part) => kindOfPart(part, checker)));
  const [kind = "any"] = kinds;
  return kinds.size === 1 ? kind : "any";
}

/** The members of a union, but for values that only Terraform knows, which may stand everywhere. */
function partsOf(type: ts.Type): ts.Type[] {
  const parts = type.isUnion() ? type.types : [type];
  return parts.filter((part) => part.getSymbol()?.name !== "IResolvable");
}

function kindOfPart(type: ts.Type, checker: ts.TypeChecker): string {
  if ((type.flags & ts.TypeFlags.BooleanLike) !== 0) return "boolean";
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return "number";
  if (isString(type)) return "string";
  if (checker.isArrayType(type)) return isListOfStrings(type, checker) ? "string list" : "list";
  const values = checker.getIndexInfoOfType(type, ts.IndexKind.String)?.type;
  return values !== undefined && isString(values) ? "string map" : "any";
}

function isListOfStrings(type: ts.Type, checker: ts.TypeChecker): boolean {
  const [element] = checker.getTypeArguments(type as ts.TypeReference);
  return element !== undefined && partsOf(element).every(isString);
}

/** A text, a literal, or what leaves an editor its literals: `"a" | (string & {})`. */
function isString(type: ts.Type): boolean {
  return type.isIntersection() ? type.types.some(isString) : (type.flags & ts.TypeFlags.StringLike) !== 0;
}
