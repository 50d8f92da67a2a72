import type { IConstruct } from "constructs";

import type { IPrivateNetwork } from "../network";

/** A managed database instance, made here or elsewhere. */
export interface IDatabaseInstance extends IConstruct {
  /** Regional id of the instance, such as `fr-par/11111111-1111-1111-1111-111111111111`. */
  readonly databaseInstanceId: string;
  /** The instance's region, where it was configured. */
  readonly region?: string;
  /** The network of its private endpoint, where it is known. */
  readonly network?: IPrivateNetwork;
  /** Whether it is reached from the internet, too; undefined where that is not known. */
  readonly publicEndpoint?: boolean;
}
