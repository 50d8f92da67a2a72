import { existsSync } from "node:fs";
import { join } from "node:path";

import { type Browser, chromium as engine, type Page } from "playwright-core";

import { chromium, FLAGS } from "./browser";
import { serve } from "./serve";

const SITE = join(__dirname, "../../site");
const executablePath = chromium();
const missing = [
  ...(executablePath === undefined ? ["there is no Chromium on PATH, and CHROMIUM names none"] : []),
  ...(existsSync(join(SITE, "index.html")) ? [] : ["the site is not built: npm run docs:site"]),
];
if (missing.length > 0) console.log(`the tests of the site are skipped: ${missing.join("; ")}`);
const describeSite = missing.length === 0 ? describe : describe.skip;

describeSite("the site", () => {
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await serve(SITE);
    browser = await engine.launch({ ...(executablePath && { executablePath }), args: FLAGS });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });
  beforeEach(async () => {
    complaints.length = 0;
    page = await browser.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    page.on("response", (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const open = (path = "/") => page.goto(`${server.url}${path}`, { waitUntil: "load" });
  const heading = () => page.locator(".col-content h1").first().innerText();

  test("begins with the README, and leads to guides by the navigation", async () => {
    await open();
    expect(await heading()).toContain("cdktf-scaleway-kapsule");
    await page.locator("nav.tsd-navigation summary", { hasText: "Start" }).click();
    await page.locator("nav.tsd-navigation").getByRole("link", { name: "A platform that exists" }).click();
    expect(await heading()).toBe("A platform that exists");
    await page.locator(".col-content").getByRole("link", { name: "From CDKTF to CDK Terrain" }).first().click();
    expect(await heading()).toBe("From CDKTF to CDK Terrain");
  });

  test("groups its pages by what readers come for, and has what is inside last", async () => {
    await open();
    const groups = page.locator(
      "nav.tsd-navigation > ul > li > details > summary, nav.tsd-navigation > ul > li > summary",
    );
    const names = (await groups.allInnerTexts()).map((text) => text.trim());
    expect(names).toEqual([
      "Start",
      "Guides",
      "The guard",
      "Pipelines and tests",
      "Examples",
      "Modules",
      "Inside",
      "Project",
    ]);
  });

  test.each([
    ["gpu", /^(?:Pools|environments)\b/],
    ["first apply", /^(?:A new project|Recipes)\b/],
    ["rename", /^(?:Recipes|By symptom|Guides)\b/],
    ["atlantis", /^Recipes\b/],
  ])("has the right page first for %s", async (wanted, title) => {
    await open();
    await page.locator("#tsd-search-trigger").click();
    await page.locator("#tsd-search-input").fill(wanted);
    const first = page.locator("#tsd-search-results li").first();
    await first.waitFor();
    expect((await first.innerText()).trim()).toMatch(title);
  });

  test.each([
    ["KapsuleCluster", "KapsuleCluster"],
    ["importId", "importId"],
    ["Taking a platform", "Taking a platform down"],
  ])("finds %s", async (wanted, found) => {
    await open();
    await page.locator("#tsd-search-trigger").click();
    await page.locator("#tsd-search-input").fill(wanted);
    const result = page.locator("#tsd-search-results li").filter({ hasText: found }).first();
    await result.waitFor();
    await result.locator("a").first().click();
    await page.waitForLoadState("load");
    expect(await page.locator(".col-content").innerText()).toContain(found);
  });

  test("is dark where its reader wants that, and stays so on the next page", async () => {
    await open();
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.emulateMedia({ colorScheme: "light" });
    const light = await background();
    await page.locator("summary", { hasText: "Settings" }).click();
    await page.locator("#tsd-theme").selectOption("dark");
    const dark = await background();
    expect(dark).not.toBe(light);
    await open("/modules.html");
    expect(await background()).toBe(dark);
  });

  test("shows the guard at work, with every drawing", async () => {
    await open("/documents/The_guard_at_work.html");
    expect(await page.locator(".col-content").innerText()).toContain('cni = "cilium" -> "calico"');
    const widths = await page
      .locator(".col-content img")
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(widths.length).toBeGreaterThan(10);
    expect(widths.filter((width) => width === 0)).toEqual([]);
  });

  describe("on a phone", () => {
    test.each([
      "/index.html",
      "/documents/A_platform_that_exists.html",
      "/documents/The_guard_at_work.html",
      "/documents/Rules.html",
      "/classes/index.KapsuleCluster.html",
      "/interfaces/index.NodePoolOptions.html",
    ])("%s is as wide as the screen, with text that can be read", async (path) => {
      await page.setViewportSize({ width: 375, height: 812 });
      await open(path);
      const seen = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - window.innerWidth,
        fontSize: parseFloat(getComputedStyle(document.querySelector(".col-content p, .col-content li")!).fontSize),
      }));
      expect(seen.overflow).toBeLessThanOrEqual(0);
      expect(seen.fontSize).toBeGreaterThanOrEqual(14);
    });
  });
});
