import { Plan, PlanError, type Session, simulate, type State, unprotected } from "../lib/engine";
import type { JsonObject } from "../lib/terraform";
import { batchOf, type Part, partOf, partsIn, statesOf, withoutPrefix } from "./batch";
import { terraform } from "./configurations";

/** The provider does not accept a configuration or an edit. */
export interface Refusal {
  readonly refusal: string;
}

/** The Scaleway resources that are planned to be destroyed, for good or to create it again. */
export interface Losses {
  readonly lost: readonly string[];
}

/** Asks the real provider about many configurations at once. */
export interface Planner {
  /** The state that applying each configuration would leave. */
  simulate(configurations: readonly JsonObject[]): Promise<(State | Refusal)[]>;
  /** What applying each configuration over its state would destroy. */
  plan(parts: readonly Part[]): Promise<(Losses | Refusal)[]>;
}

/** Plans with an engine, which is given several configurations side by side. */
export class BatchPlanner implements Planner {
  constructor(private readonly session: Session) {}

  simulate(configurations: readonly JsonObject[]): Promise<(State | Refusal)[]> {
    const parts = configurations.map((configuration) => ({ configuration }));
    return eachAccepted(parts, async (accepted) => {
      const { configuration } = batchOf(accepted, terraform);
      return statesOf(await simulate(this.session, configuration), accepted.length);
    });
  }

  plan(parts: readonly Part[]): Promise<(Losses | Refusal)[]> {
    return eachAccepted(parts, async (accepted) => {
      const { configuration, state } = batchOf(accepted, terraform);
      // What prevent_destroy would refuse is what is to be seen.
      const planned = await this.session.plan(unprotected(configuration), state);
      const { changes } = new Plan(this.session.engine, planned);
      const guarded = changes.filter(({ type }) => type.startsWith("scaleway_"));
      const lost = guarded.filter(({ action }) => action === "replace" || action === "delete");
      return accepted.map((_, index) => ({
        lost: lost.filter(({ address }) => partOf(address) === index).map(({ address }) => withoutPrefix(address)),
      }));
    });
  }
}

/**
 * Does work on many parts at once, without the ones that are refused.
 *
 * An error names its part by the prefix; where it names none, halves are tried.
 */
export async function eachAccepted<P, R>(
  parts: readonly P[],
  work: (accepted: readonly P[]) => Promise<R[]>,
): Promise<(R | Refusal)[]> {
  if (parts.length === 0) return [];
  try {
    return await work(parts);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const refusal: Refusal = { refusal: withoutPrefix(error.message) };
    if (parts.length === 1) return [refusal];
    const blamed = partsIn(error.message);
    if (blamed.size === 0) return inHalves(parts, work);
    const others = await eachAccepted(
      parts.filter((_, index) => !blamed.has(index)),
      work,
    );
    return parts.map((_, index) => (blamed.has(index) ? refusal : (others.shift() ?? refusal)));
  }
}

async function inHalves<P, R>(
  parts: readonly P[],
  work: (accepted: readonly P[]) => Promise<R[]>,
): Promise<(R | Refusal)[]> {
  const middle = Math.ceil(parts.length / 2);
  const first = await eachAccepted(parts.slice(0, middle), work);
  return [...first, ...(await eachAccepted(parts.slice(middle), work))];
}

/** Errors about the configuration; that there is no engine or no provider is another matter. */
function isRefusal(error: unknown): error is PlanError {
  return error instanceof PlanError && ["plan-failed", "simulation-failed"].includes(error.reason);
}
