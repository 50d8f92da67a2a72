import { join } from "node:path";

const root = join(__dirname, "..");

/** The committed schema of the pinned provider version. */
export const SCHEMA_FILE = join(root, "schema.json");
/** Records, as prebuilt providers do, which provider the bindings stand for. */
export const PACKAGE_FILE = join(root, "package.json");
/** TypeScript as the generator writes it. */
export const GENERATED_FOLDER = join(root, ".generated");
/** What is published: compiled JavaScript and declarations. */
export const LIB_FOLDER = join(root, "lib");
