import { TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { isSamePlace, ZONES } from "kapsule-guard/provider";

import { isToken } from "./check";
import { ownsResource } from "./dependencies";
import { describeInvalid } from "./invalid-property";
import { regionOfId, zoneOfId } from "./locality";
import { providerDefaults } from "./provider-defaults";
import { isSuppressed } from "./suppressions";

type Kind = "zone" | "region";

/** A construct that lies in a zone or a region. */
type Placed = IConstruct & Readonly<Partial<Record<Kind, string | undefined>>>;

/** Something that has to lie where a construct does. */
interface Attachment {
  /** The property that names it. */
  readonly property: string;
  /** It, or its id. */
  readonly to: Placed | string | undefined;
  /** Whether it lies in a zone or in a region. */
  readonly kind: Kind;
}

/**
 * Refuses at synth, once the provider block is known, what lies in another zone or region than a construct that it is attached to.
 *
 * References lead to other stacks as well, where the check `other-locality` cannot follow them; what suppresses that suppresses this.
 *
 * @param own Where the construct says it lies.
 */
export function checkLocality(
  scope: IConstruct,
  own: Readonly<Partial<Record<Kind, string | undefined>>>,
  attachments: readonly Attachment[],
): void {
  scope.node.addValidation({
    validate: () => {
      if (hasOtherProvider(scope)) return [];
      const kind: Kind = "zone" in own ? "zone" : "region";
      const place = known(own[kind] ?? providerDefaults(scope)[kind]);
      const errors = attachments.flatMap((attachment) => {
        const other = placeOf(attachment);
        if (place === undefined || other === undefined || isSamePlace(place, other)) return [];
        const { property, to } = attachment;
        return describeInvalid({
          property,
          value: typeof to === "string" ? to : to?.node.path,
          requirement: `lie where ${scope.node.path} does, in ${place}, but it lies in ${other}`,
          suggestion: suggestionFor(kind, attachment.kind, other),
        });
      });
      return errors.length > 0 && isSuppressed(scope, "other-locality") ? [] : errors;
    },
  });
}

function suggestionFor(own: Kind, attached: Kind, place: string): string {
  if (own === "region" || attached === "zone")
    return `Give both the same ${own}: by the property ${own}, or by the provider.`;
  const zones = ZONES.filter((zone) => isSamePlace(zone, place));
  return `Set zone, here or on the provider, to one of ${zones.join(", ")}.`;
}

/** Another provider than the default one has regions and zones of its own. */
function hasOtherProvider(scope: IConstruct): boolean {
  const resource = scope.node.tryFindChild("Resource");
  return TerraformResource.isTerraformResource(resource) && resource.provider !== undefined;
}

function placeOf({ to, kind }: Attachment): string | undefined {
  if (typeof to === "string") return zoneOfId(to) ?? regionOfId(to);
  if (to === undefined) return undefined;
  return known(to[kind] ?? (ownsResource(to) ? providerDefaults(to)[kind] : undefined));
}

function known(place: string | undefined): string | undefined {
  return isToken(place) ? undefined : place;
}
