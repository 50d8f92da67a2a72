import { DataResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";

import { dependOn } from "../core";

/** The moment from which a cluster can run workloads: a `terraform_data` that waits for all that they need. */
export class ClusterReady extends Construct {
  public readonly resource: DataResource;

  constructor(
    scope: Construct,
    id: string,
    private readonly dependencies: IConstruct[],
  ) {
    super(scope, id);
    this.resource = new DataResource(this, "Resource");
    dependOn(this.resource, ...this.dependencies);
  }

  /** Has it wait for one more construct. */
  public waitFor(construct: IConstruct): void {
    this.dependencies.push(construct);
    dependOn(this.resource, ...this.dependencies);
  }
}
