import { FileError } from "./file-error";
import { JsonError } from "./json";

/** What a reader gives; undefined where its file cannot be read, or is no JSON, and that is an answer as good as none. */
export function ifReadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileError || error instanceof JsonError) return undefined;
    throw error;
  }
}
