import { generatedWhenUnset } from "../../../lib/provider/behaviour/side-effects";
import type { JsonObject } from "../../../lib/terraform/values/json";
import { addressOf, type Block, type Draft } from "./drafts";

/** Changes a draft at one place; where there is nothing to change so, the draft stays as it is. */
export type Edit = (draft: Draft, at: number) => Draft;

function atBlock(change: (block: Block, at: number) => Block, applies: (block: Block) => boolean = () => true): Edit {
  return (draft, at) => {
    const places = draft.blocks.filter((block) => !block.gone && applies(block));
    const chosenBlock = places[at % places.length];
    const next = Math.floor(at / Math.max(places.length, 1));
    return { ...draft, blocks: draft.blocks.map((block) => (block === chosenBlock ? change(block, next) : block)) };
  };
}

function isResource({ mode }: Block): boolean {
  return mode === "resource";
}

function withSection(draft: Draft, name: string, entry: JsonObject): Draft {
  const entries = draft.sections[name];
  return {
    ...draft,
    sections: { ...draft.sections, [name]: [...(Array.isArray(entries) ? entries : []), entry] },
  };
}

const change = atBlock((block, at) => ({
  ...block,
  entries: block.entries.map((entry, index) =>
    index === at % block.entries.length ? { ...entry, value: entry.other } : entry,
  ),
}));

const unset = atBlock((block, at) => {
  const required = isResource(block) ? generatedWhenUnset(block.type) : [];
  const name = block.entries[at % block.entries.length]?.name ?? "";
  return { ...block, entries: block.entries.filter((entry) => entry.name !== name || required.includes(name)) };
});

const set = atBlock((block) => ({ ...block, entries: [...block.entries, ...block.spare], spare: [] }));
const repeat = atBlock((block) => ({ ...block, repetition: block.otherRepetition }));
const treat = atBlock((block) => ({ ...block, lifecycle: block.otherLifecycle }));
const elsewhere = atBlock((block) => ({ ...block, aliased: !block.aliased }), isResource);
const remove = atBlock((block) => ({ ...block, gone: true }));

const rename = atBlock((block) => ({ ...block, name: `${block.name}_renamed` }), isResource);

/** Makes an edit of one resource, and says so in a section of the configuration. */
function said(edit: Edit, section: string, entry: (before: string, after: string) => JsonObject): Edit {
  return (draft, at) => {
    const edited = edit(draft, at);
    const index = edited.blocks.findIndex((block, each) => block !== draft.blocks[each]);
    const [before, after] = [draft.blocks[index], edited.blocks[index]];
    if (before === undefined || after === undefined || before.mode === "data") return draft;
    return withSection(edited, section, entry(addressOf(before), addressOf(after)));
  };
}

const move = said(rename, "moved", (from, to) => ({ from, to }));
const forget = said(remove, "removed", (from) => ({ from, lifecycle: { destroy: false } }));
const add: Edit = (draft) =>
  draft.spare === undefined ? draft : { ...draft, blocks: [...draft.blocks, draft.spare], spare: undefined };
const setting: Edit = (draft) => ({ ...draft, settings: draft.otherSettings });

/** Two resources of one type exchange their names. */
const exchange: Edit = (draft, at) => {
  const pairs = draft.blocks.flatMap((one, index) =>
    draft.blocks
      .slice(index + 1)
      .filter((other) => isResource(one) && isResource(other) && one.type === other.type && !one.gone && !other.gone)
      .map((other) => [one, other] as const),
  );
  const pair = pairs[at % pairs.length];
  if (pair === undefined) return draft;
  const [one, other] = pair;
  const nameOf = (block: Block) => (block === one ? other.name : block === other ? one.name : block.name);
  return { ...draft, blocks: draft.blocks.map((block) => ({ ...block, name: nameOf(block) })) };
};

/** Every kind of edit, with how often it is made: most change one argument. */
export const edits: readonly { readonly weight: number; readonly edit: Edit }[] = [
  { weight: 10, edit: change },
  { weight: 3, edit: unset },
  { weight: 3, edit: set },
  { weight: 2, edit: setting },
  { weight: 2, edit: repeat },
  { weight: 2, edit: treat },
  { weight: 1, edit: elsewhere },
  { weight: 1, edit: remove },
  { weight: 1, edit: forget },
  { weight: 2, edit: rename },
  { weight: 1, edit: move },
  { weight: 1, edit: exchange },
  { weight: 1, edit: add },
];
