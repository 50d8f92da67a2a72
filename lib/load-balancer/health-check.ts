import type { IConstruct } from "constructs";

import { checkDuration, checkInteger, checkProps, InvalidPropertyError, SHAPES } from "../core";

/** What an HTTP check expects. */
export interface HttpCheckOptions {
  /** Status that a healthy server answers with. @default 200 */
  readonly code?: number | undefined;
  /** @default "GET" */
  readonly method?: string | undefined;
  /** Host header of the request. @default - none */
  readonly host?: string | undefined;
}

/** How often a check runs, and when a server is down. */
export interface CheckTiming {
  /** Duration between two checks, such as `10s`. @default - "60s", by Scaleway */
  readonly every?: string | undefined;
  /** Duration after which a check has failed. @default - "30s", by Scaleway */
  readonly timeout?: string | undefined;
  /** Failed checks after which a server is down. @default - 2, by Scaleway */
  readonly retries?: number | undefined;
}

/**
 * How a load balancer finds out whether a server is up.
 *
 * Source: `scaleway_lb_backend`, `health_check_*`.
 */
export class HealthCheck {
  /** A connection that is accepted. */
  public static tcp(): HealthCheck {
    return new HealthCheck("tcp", undefined, {}, {});
  }

  /** An HTTP request to a path, answered with 200. */
  public static http(path: string, options: HttpCheckOptions = {}): HealthCheck {
    return new HealthCheck("http", path, options, {});
  }

  /** The same over TLS, whose certificate is not checked. */
  public static https(path: string, options: HttpCheckOptions = {}): HealthCheck {
    return new HealthCheck("https", path, options, {});
  }

  private constructor(
    private readonly kind: "tcp" | "http" | "https",
    private readonly path: string | undefined,
    private readonly options: HttpCheckOptions,
    private readonly timing: CheckTiming,
  ) {}

  /** The same check with another timing. */
  public with(timing: CheckTiming): HealthCheck {
    return new HealthCheck(this.kind, this.path, this.options, timing);
  }

  /**
   * The attributes of the backend.
   *
   * @throws InvalidPropertyError when something is out of its bounds
   *
   * @internal
   */
  public bind(scope: IConstruct) {
    this.check(scope);
    const { code, method, host } = this.options;
    const request = { uri: this.path ?? "/", code, method, hostHeader: host };
    return {
      ...(this.kind === "tcp" ? { healthCheckTcp: {} } : {}),
      ...(this.kind === "http" ? { healthCheckHttp: request } : {}),
      ...(this.kind === "https" ? { healthCheckHttps: request } : {}),
      healthCheckDelay: this.timing.every,
      healthCheckTimeout: this.timing.timeout,
      healthCheckMaxRetries: this.timing.retries,
    };
  }

  private check(scope: IConstruct): void {
    const within = "healthCheck";
    checkProps(scope, this.options, { ...SHAPES.HttpCheckOptions, within });
    checkProps(scope, this.timing, { ...SHAPES.CheckTiming, within });
    checkInteger(scope, "healthCheck.code", this.options.code, { min: 100, max: 599 });
    checkInteger(scope, "healthCheck.retries", this.timing.retries, { min: 0 });
    checkDuration(scope, "healthCheck.every", this.timing.every);
    checkDuration(scope, "healthCheck.timeout", this.timing.timeout);
    const path: unknown = this.path;
    if (this.kind === "tcp" || (typeof path === "string" && path.startsWith("/"))) return;
    throw new InvalidPropertyError(scope, {
      property: "healthCheck",
      value: path,
      requirement: "ask for a path, which begins with a slash",
      suggestion: 'Write, for example, HealthCheck.http("/healthz").',
    });
  }
}
