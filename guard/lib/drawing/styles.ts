/** How a box looks; what is not said is as the language draws it. */
export interface Style {
  readonly fill?: string;
  readonly stroke?: string;
  readonly color?: string;
  /** In pixels. */
  readonly width?: number;
  readonly isDashed?: boolean;
  /** What it means, for a legend. */
  readonly meaning: string;
}

const RED = "#d92d20";

/** What a box can say, in the order in which styles are laid over each other. */
const STYLES = {
  kept: { stroke: "#98a2b3", color: "#667085", meaning: "stays as it is" },
  created: { fill: "#ecfdf3", stroke: "#079455", meaning: "is created" },
  updated: { fill: "#fffaeb", stroke: "#dc6803", meaning: "is changed in place" },
  forgotten: { fill: "#f2f4f7", stroke: "#475467", meaning: "is left running outside Terraform" },
  replaced: { fill: "#fee4e2", stroke: RED, meaning: "must be replaced" },
  destroyed: { fill: RED, stroke: "#912018", color: "#ffffff", meaning: "is destroyed" },
  doubtful: { isDashed: true, meaning: "may be, which files alone do not tell" },
  protected: { width: 4, meaning: "prevent_destroy: Terraform refuses to destroy it" },
  public: { stroke: RED, color: RED, meaning: "is reached from the internet, or has an address in it" },
} as const satisfies Readonly<Record<string, Style>>;

/** What a box can say. */
export type Mark = keyof typeof STYLES;

/** The style of a mark. */
export function styleOf(mark: Mark): Style {
  return STYLES[mark];
}

/** The marks that any of some boxes has, in their order. */
export function marksIn(nodes: readonly { readonly marks: readonly Mark[] }[]): Mark[] {
  const used = new Set(nodes.flatMap(({ marks }) => marks));
  return (Object.keys(STYLES) as Mark[]).filter((mark) => used.has(mark));
}
