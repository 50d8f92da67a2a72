import { Fn } from "cdktf";
import { Construct } from "constructs";

import { checkProps, SHAPES } from "../core";
import { type KeyAddresses, ServiceIdentity } from "../identity";

/** Options of the access to a registry. */
export interface ImagePullAccessOptions {
  /** The registry's project. */
  readonly projectId: string;
  /** From where images may be pulled: the egress of a network binds it to the nodes behind it. @default - from everywhere */
  readonly allowFrom?: KeyAddresses | undefined;
  /** When the key ends, as an RFC 3339 time. Another time makes another key. @default - never */
  readonly expiresAt?: string | undefined;
}

/** Properties of {@link ImagePullAccess}. */
interface ImagePullAccessProps extends ImagePullAccessOptions {
  readonly endpoint: string;
}

/** Scaleway looks at the password alone. */
const USER = "nologin";

/** What a cluster needs to pull images from a private registry. */
export class ImagePullAccess extends Construct {
  /** The application with the key. */
  public readonly identity: ServiceIdentity;
  private readonly host: string;

  constructor(scope: Construct, id: string, props: ImagePullAccessProps) {
    super(scope, id);
    const { endpoint, ...options } = checkProps(this, props, SHAPES.ImagePullAccessProps);
    this.host = Fn.element(Fn.split("/", endpoint), 0) as string;
    this.identity = new ServiceIdentity(this, "Identity", {
      ...options,
      permissionSets: ["ContainerRegistryReadOnly"],
      description: `pulls images, for ${this.node.path}`,
    });
  }

  /**
   * The content of a Kubernetes Secret of type `kubernetes.io/dockerconfigjson`, under the key `.dockerconfigjson`. Sensitive,
   * and in the state.
   */
  public get dockerConfigJson(): string {
    const { secretKey } = this.identity;
    const login = { username: USER, password: secretKey, auth: Fn.base64encode(Fn.join(":", [USER, secretKey])) };
    return Fn.jsonencode({ auths: Fn.zipmap([this.host], [login]) as unknown });
  }
}
