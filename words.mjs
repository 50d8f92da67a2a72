/** Words that nobody in this field says, and what is said instead. Parts of names, strings and comments are looked at. */
const WORDS = [
  ["adoptee", "imported resource"],
  ["sayable", "supported"],
  ["uncarried", "not migrated"],
  ["awaited", "dependencies"],
  ["dormant", "latent"],
  ["wayOut|way-out|way out|ways out", "egress"],
  ["shutOut|shut-out|isShutIn", "blocked, or has no egress"],
  ["isStated|statedReference|where it was stated", "configured"],
  ["harmlessBecause", "no-op reason"],
  ["likest", "most similar"],
  ["toGive\\b|toSettle|besideIt", "required values, blockers"],
  ["orNone", "tryParse"],
  ["usualProvider|usualZone|usualLocality|USUAL_", "default"],
  ["a text that|list of texts|be a text\\b", "string"],
  ["one to look at|to look at\\b", "warning"],
  ["destroyed and created again", "must be replaced"],
  ["small letters", "lowercase"],
  ["[Tt]ake it out", "Remove"],
  ["whose least is more than its most", "min greater than max"],
  ["be a property that there is", "unknown property"],
];

const message = (words, instead) => `"${words.replaceAll("\\b", "")}": write "${instead}".`;

/** Options of ESLint's no-restricted-syntax. */
export const restrictedSyntax = WORDS.flatMap(([words, instead]) =>
  [`Identifier[name=/${words}/]`, `Literal[value=/${words}/]`, `TemplateElement[value.raw=/${words}/]`].map(
    (selector) => ({
      selector,
      message: message(words, instead),
    }),
  ),
);

/** Words for ESLint's no-warning-comments, which looks at comments. */
export const restrictedComments = ["adoptee", "sayable", "dormant", "way out", "ways out", "small letters"];
