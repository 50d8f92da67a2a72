import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

import { codeOf, FileError, reasonOf } from "./file-error";

/** How much of a file is read at the most. */
interface ReadOptions {
  /** In bytes. A file that is larger is an error. */
  readonly largest: number;
}

/**
 * The bytes of a regular file: a named pipe or a device, which may never end, is not waited for.
 *
 * @returns undefined only where there is no such file.
 * @throws FileError naming the file: a folder, a pipe, a device, too large, or unreadable
 */
export function readBytes(file: string, { largest }: ReadOptions): Buffer | undefined {
  let descriptor: number;
  try {
    // Without O_NONBLOCK, opening a named pipe waits for somebody to write into it.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new FileError(`${file} cannot be read: ${reasonOf(error)}`);
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw new FileError(`${file} is not a file`);
    if (status.size > largest) {
      throw new FileError(`${file} has ${status.size} bytes, more than the ${largest} that it can have`);
    }
    return bytesOf(descriptor, file, { largest, expected: status.size });
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(`${file} cannot be read: ${reasonOf(error)}`);
  } finally {
    closeSync(descriptor);
  }
}

const LEAST_PART = 4 * 1024;
const LARGEST_PART = 1024 * 1024;

/** Files of /proc say that they have no bytes, and have some; a file may grow while it is read. */
function bytesOf(descriptor: number, file: string, { largest, expected }: ReadOptions & { expected: number }): Buffer {
  const parts: Buffer[] = [];
  let total = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(Math.min(Math.max(expected - total, LEAST_PART), LARGEST_PART));
    const length = readSync(descriptor, part);
    if (length === 0) return Buffer.concat(parts);
    total += length;
    if (total > largest) throw new FileError(`${file} has more than the ${largest} bytes that it can have`);
    parts.push(part.subarray(0, length));
  }
}

/**
 * The text of a regular file, in UTF-8 or UTF-16, without a byte order mark: PowerShell's redirect writes both.
 *
 * @returns undefined only where there is no such file.
 * @throws FileError naming the file
 */
export function readText(file: string, options: ReadOptions): string | undefined {
  const bytes = readBytes(file, options);
  return bytes && decoded(bytes);
}

/** The text of bytes in UTF-8 or UTF-16, without a byte order mark. */
export function decoded(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** JSON and HCL begin with an ASCII character, so that UTF-16 without a mark has a zero beside the first one. */
function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (second === 0 && first !== 0 && first !== undefined) return "utf-16le";
  return first === 0 && second !== 0 && second !== undefined ? "utf-16be" : "utf-8";
}
