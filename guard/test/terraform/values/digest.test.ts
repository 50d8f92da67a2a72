import { sha256 } from "../../../lib/terraform/values/digest";

test("a digest is SHA-256 in hexadecimal, of the text in UTF-8", () => {
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256("ä")).not.toBe(sha256("a"));
});
