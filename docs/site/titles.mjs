import { Converter } from "typedoc";

/** Has TypeDoc call each page by its first heading, which GitHub shows too, and not by the path of its file. */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, page) => {
    const text = page.content.map((part) => part.text).join("");
    const [, heading] = /^# (.+)$/m.exec(text) ?? [];
    if (heading !== undefined) page.name = heading.replaceAll("`", "");
  });
}
