import ipaddr from "ipaddr.js";

/** A format of texts that the provider tells from others. */
interface Format {
  /** In words, completing "must be …". */
  readonly words: string;
  /** Texts of the format, with which the probe asks the provider. */
  readonly samples: readonly string[];
  /** Whether a text may be of the format; in doubt it is. */
  readonly fits: (text: string) => boolean;
}

const ID = "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";
const [ONE_ID, OTHER_ID] = ["11111111-1111-4111-8111-111111111111", "a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d"];
const matching =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);
const isIn = (kind: "ipv4" | "ipv6", text: string): boolean =>
  kind === "ipv4" ? ipaddr.IPv4.isValidFourPartDecimal(text) : ipaddr.IPv6.isValid(text);

function isCidr(kind: "ipv4" | "ipv6", text: string): boolean {
  const [address = "", length = "", ...rest] = text.split("/");
  return (
    rest.length === 0 &&
    isIn(kind, address) &&
    /^\d{1,3}$/.test(length) &&
    Number(length) <= (kind === "ipv4" ? 32 : 128)
  );
}

/** The formats, by the name that a table has for each. */
export const FORMATS: Readonly<Record<string, Format>> = {
  uuid: { words: "a UUID", samples: [ONE_ID, OTHER_ID], fits: matching(new RegExp(`^${ID}$`)) },
  "regional-id": {
    words: "a UUID after a region and a slash",
    samples: [`fr-par/${ONE_ID}`, `nl-ams/${OTHER_ID}`],
    fits: matching(new RegExp(`^[a-z]+-[a-z]+/${ID}$`)),
  },
  "zonal-id": {
    words: "a UUID after a zone and a slash",
    samples: [`fr-par-1/${ONE_ID}`, `pl-waw-3/${OTHER_ID}`],
    fits: matching(new RegExp(`^[a-z]+-[a-z]+-\\d+/${ID}$`)),
  },
  ipv4: { words: "an IPv4 address", samples: ["192.0.2.7", "10.0.0.1"], fits: (text) => isIn("ipv4", text) },
  ipv6: { words: "an IPv6 address", samples: ["2001:db8::1", "fd00::7"], fits: (text) => isIn("ipv6", text) },
  "ipv4-cidr": {
    words: "an IPv4 block such as 192.0.2.0/24",
    samples: ["192.0.2.0/24", "10.0.0.0/8"],
    fits: (text) => isCidr("ipv4", text),
  },
  "ipv6-cidr": {
    words: "an IPv6 block such as 2001:db8::/32",
    samples: ["2001:db8::/32", "fd00::/64"],
    fits: (text) => isCidr("ipv6", text),
  },
  mac: {
    words: "a MAC address",
    samples: ["02:00:00:12:34:56", "de:ad:be:ef:00:01"],
    fits: matching(/^(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4,18}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2,9}[0-9a-f]{4})$/i),
  },
  cron: {
    words: "a cron expression of five fields",
    samples: ["0 4 * * 1", "*/15 0-6 1,15 * *"],
    fits: matching(/^(?:@\w+|(?:CRON_TZ=\S+\s+|TZ=\S+\s+)?\S+(?:\s+\S+){4,5})$/),
  },
  date: {
    words: "a time such as 2030-01-31T12:00:00Z",
    samples: ["2030-01-31T12:00:00Z", "2031-12-01T00:00:00+02:00"],
    fits: matching(/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d/),
  },
  duration: {
    words: "a duration such as 1h30m",
    samples: ["90s", "1h30m"],
    fits: matching(/^[-+]?(?:0|(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h|d)(?:\d+\.?\d*(?:ns|us|µs|μs|ms|s|m|h))*)$/),
  },
  email: {
    words: "an e-mail address",
    samples: ["someone@example.com", "first.last@mail.example.org"],
    fits: matching(/.@./),
  },
  url: {
    words: "a URL that begins with http",
    samples: ["https://example.com/path", "http://example.org"],
    fits: matching(/^https?:/i),
  },
};

/** Texts of no format. */
export const FORMLESS: readonly string[] = [
  "x",
  "nonsense",
  "no-such-value",
  "Some Words",
  "a_b_c_d_e_f_g_h_1",
  "7",
  "A1",
];
