import { Certificate } from "../../lib/load-balancer/certificate";
import type { LoadBalancerFrontendOptions } from "../../lib/load-balancer/frontend";
import { LoadBalancer } from "../../lib/load-balancer/load-balancer";
import { Servers } from "../../lib/load-balancer/servers";
import { PrivateNetwork } from "../../lib/vpc/private-network";
import { dependsOn, expectInvalid, newStack, resource, resources, stringToken, untyped } from "../support/stack";

function front() {
  const stack = newStack();
  const balancer = new LoadBalancer(stack, "lb", { network: new PrivateNetwork(stack, "network") });
  const servers = Servers.addresses("172.16.0.10");
  const http = balancer.addBackend("http", { port: 30080, servers, protocol: "http" });
  const tcp = balancer.addBackend("tcp", { port: 30443, servers });
  return { stack, balancer, http, tcp };
}

const add = (options: Partial<LoadBalancerFrontendOptions>) => {
  const made = front();
  made.balancer.addFrontend("web", { port: 443, backend: made.http, ...options });
  return made;
};

describe("a frontend", () => {
  test("listens on a port for a backend, and nothing else", () => {
    const attributes = resource(add({}).stack, "scaleway_lb_frontend");
    expect(attributes).toMatchObject({
      lb_id: expect.stringMatching(/^\$\{scaleway_lb\.lb_\w+\.id\}$/),
      backend_id: expect.stringMatching(/^\$\{scaleway_lb_backend\.lb_Backends_http_\w+\.id\}$/),
      name: "web",
      inbound_port: 443,
    });
    expect(attributes).not.toHaveProperty("external_acls");
    expect(dependsOn(attributes)).toEqual(["scaleway_lb.lb", "scaleway_lb_backend.lb_Backends_http"]);
  });

  test("lets in a list alone, by a rule that the next plan does not delete", () => {
    const { stack } = add({ allowFrom: ["203.0.113.0/24"] });
    expect(resource(stack, "scaleway_lb_frontend")).toMatchObject({ external_acls: true });
    expect(resource(stack, "scaleway_lb_acl")).toMatchObject({
      frontend_id: expect.stringMatching(/^\$\{scaleway_lb_frontend\.lb_Frontends_web_\w+\.id\}$/),
      index: 0,
      action: { type: "deny" },
      match: { ip_subnet: ["203.0.113.0/24"], invert: true },
    });
  });

  test("redirects to HTTPS, after the allow list", () => {
    const { stack } = add({ port: 80, redirectToHttps: true, allowFrom: ["203.0.113.0/24"] });
    expect(resources(stack, "scaleway_lb_acl").map(({ index, action }) => [index, action])).toEqual([
      [0, { type: "deny" }],
      [1, { type: "redirect", redirect: [{ type: "scheme", target: "https", code: 301 }] }],
    ]);
  });

  test("in one word redirects to HTTPS", () => {
    const { stack, balancer, http } = front();
    balancer.redirectToHttps("plain", http);
    expect(resource(stack, "scaleway_lb_frontend")).toMatchObject({ inbound_port: 80, external_acls: true });
  });

  test("speaks TLS with certificates, and HTTP/3", () => {
    const { stack, balancer, http } = front();
    const certificates = [
      balancer.addCertificate("le", Certificate.letsEncrypt("app.example.com", "www.example.com")),
      balancer.addCertificate("own", Certificate.own(stringToken(stack))),
    ];
    balancer.addFrontend("web", {
      port: 443,
      backend: http,
      certificates,
      http3: true,
      connectionRateLimit: 100,
      clientTimeout: "5s",
    });
    expect(resource(stack, "scaleway_lb_frontend")).toMatchObject({
      certificate_ids: [
        expect.stringContaining("lb_Certificates_le_"),
        expect.stringContaining("lb_Certificates_own_"),
      ],
      enable_http3: true,
      connection_rate_limit: 100,
      timeout_client: "5s",
    });
    const lifecycle = { create_before_destroy: true };
    expect(resources(stack, "scaleway_lb_certificate")).toMatchObject([
      { letsencrypt: { common_name: "app.example.com", subject_alternative_name: ["www.example.com"] }, lifecycle },
      { custom_certificate: { certificate_chain: "${var.text}" }, lifecycle },
    ]);
    expect(dependsOn(resource(stack, "scaleway_lb_frontend"))).toEqual([
      "scaleway_lb.lb",
      "scaleway_lb_backend.lb_Backends_http",
      "scaleway_lb_certificate.lb_Certificates_le",
      "scaleway_lb_certificate.lb_Certificates_own",
    ]);
  });

  test.each([
    ["port", { port: 70000 }, "from 1 to 65535"],
    ["backend", { backend: {} }, "be a construct of this library"],
    ["allowFrom", { allowFrom: [] }, "let somebody in"],
    ["allowFrom", { allowFrom: ["office"] }, "be an IPv4 block"],
    ["certificates", { certificates: ["le"] }, "be a construct of this library"],
    ["http3", { http3: true }, "be absent without certificates"],
    ["connectionRateLimit", { connectionRateLimit: 0 }, "from 1 or more"],
    ["clientTimeout", { clientTimeout: "soon" }, "be a duration"],
  ])("refuses %s in %j", (property, options, requirement) => {
    expectInvalid(() => add(untyped(options)), {
      path: "stack/lb/Frontends/web",
      property,
      requirement,
      suggestion: "",
    });
  });

  test("refuses certificates on port 80, and a redirect where it cannot be", () => {
    const { balancer, http, tcp } = front();
    const certificates = [balancer.addCertificate("le", Certificate.letsEncrypt("app.example.com"))];
    expect(() => balancer.addFrontend("a", { port: 80, backend: http, certificates })).toThrow(
      "port 80 is for plain HTTP",
    );
    expect(() => balancer.addFrontend("b", { port: 443, backend: http, certificates, redirectToHttps: true })).toThrow(
      "without certificates",
    );
    expect(() => balancer.redirectToHttps("c", tcp)).toThrow('whose backend has protocol: "http"');
  });
});

describe("a certificate", () => {
  test.each([
    ["no host", Certificate.letsEncrypt("app"), "name a host"],
    ["a URL", Certificate.letsEncrypt("https://app.example.com"), "name a host"],
    ["a chain that is written out", Certificate.own("-----BEGIN"), "be a reference"],
  ])("refuses %s", (_what, source, requirement) => {
    const act = () => front().balancer.addCertificate("it", source);
    expectInvalid(act, {
      path: "stack/lb/Certificates/it",
      property: "source",
      requirement,
      suggestion: "Certificate.",
    });
    expect(act).not.toThrow("BEGIN");
  });
});

describe("a route", () => {
  test("goes by host or path in HTTP, and by server name in TCP", () => {
    const { stack, balancer, http, tcp } = front();
    const web = balancer.addFrontend("web", { port: 443, backend: http });
    web.addRoute("host", { host: "app.example.com" }, http);
    web.addRoute("path", { path: "/api" }, http);
    balancer.addFrontend("tls", { port: 8443, backend: tcp }).addRoute("sni", { sni: "db.example.com" }, tcp);
    expect(resources(stack, "scaleway_lb_route")).toEqual([
      expect.objectContaining({ match_sni: "db.example.com", backend_id: expect.stringContaining("lb_Backends_tcp_") }),
      expect.objectContaining({ match_host_header: "app.example.com" }),
      expect.objectContaining({ match_path_begin: "/api" }),
    ]);
  });

  test.each([
    ["http", { sni: "a" }, "be one of host, path on a frontend whose backend speaks http"],
    ["http", { host: "a", path: "/" }, "be one of host, path"],
    ["http", {}, "be one of host, path"],
    ["tcp", { host: "a" }, "be one of sni on a frontend whose backend speaks tcp"],
  ] as const)("on %s refuses %j", (protocol, match, requirement) => {
    const { balancer, ...backends } = front();
    const web = balancer.addFrontend("web", { port: 443, backend: backends[protocol] });
    expectInvalid(
      () => {
        web.addRoute("it", match, backends.http);
      },
      {
        path: "stack/lb/Frontends/web/it",
        property: "match",
        requirement,
        suggestion: "Write {",
      },
    );
  });
});
