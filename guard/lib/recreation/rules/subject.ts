/** A resource, one instance of it, or a module. */
export interface ObjectSubject {
  /** As Terraform's plan names it. */
  address: string;
  /** Construct path, where the configuration carries it. */
  path?: string;
  stack?: never;
  plan?: never;
}

/** A stack, with its state. */
export interface StackSubject {
  /** Its id. */
  stack: string;
  address?: never;
  path?: never;
  plan?: never;
}

/** A plan as a whole. */
export interface PlanSubject {
  /** Of the one that is read. */
  plan: true;
  address?: never;
  path?: never;
  stack?: never;
}

/** What a finding is about. Plain data: it survives JSON. */
export type Subject = ObjectSubject | StackSubject | PlanSubject;

/** What messages call a subject. */
export function subjectName({ address, stack }: Subject): string {
  if (address !== undefined) return address;
  return stack === undefined ? "the plan" : `stack ${stack}`;
}
