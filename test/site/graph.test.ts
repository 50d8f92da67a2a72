import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Browser, chromium as playwright, type Page } from "playwright-core";

import { synthesizeApp } from "../../docs/graph/synthesize";
import { EXAMPLES } from "../../examples/stacks";
import { htmlOf } from "../../guard/lib/drawing";
import { DependencyGraph } from "../../guard/lib/terraform";
import { chromium, FLAGS } from "./browser";

const executablePath = chromium();
if (executablePath === undefined)
  console.log("the tests of the page of a graph are skipped: there is no Chromium on PATH, and CHROMIUM names none");
const folder = mkdtempSync(join(tmpdir(), "kapsule-graph-page-"));
let browser: Browser | undefined;
let page: Page;
const asked: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  const stacks = synthesizeApp(EXAMPLES["multi-stack"]!);
  const parts = Object.entries(stacks).map(([name, stack]) => ({ name, ...DependencyGraph.of(stack).toDrawing() }));
  writeFileSync(join(folder, "graph.html"), await htmlOf(parts, "cdktf.out"));
  if (executablePath === undefined) return;
  browser = await playwright.launch({ executablePath, args: FLAGS });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const withBrowser = executablePath === undefined ? describe.skip : describe;

withBrowser.each([1280, 360])("the page of a graph at %i pixels (needs Chromium)", (width) => {
  beforeEach(async () => {
    page = await browser!.newPage({ viewport: { width, height: 800 } });
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.goto(`file://${join(folder, "graph.html")}`);
  });
  afterEach(async () => {
    await page.close();
    expect(errors).toEqual([]);
    expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
  });

  const clear = () => page.locator(".node:not(.faded) title").allTextContents();

  test("fits, and shows every stack with all that is in it", async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await page.locator("h2").allTextContents()).toEqual([
      "multi-network",
      "multi-cluster",
      "multi-workers",
      "multi-data",
    ]);
    expect(await page.locator(".faded").count()).toBe(0);
  });

  test("finds what is searched for, and shows all again", async () => {
    await page.fill("input", "POOL");
    expect(await page.textContent("output")).toBe("2 found");
    expect(await clear()).toEqual(expect.arrayContaining([expect.stringMatching(/^scaleway_k8s_pool\./)]));
    expect(await clear()).toHaveLength(2);
    await page.keyboard.press("Escape");
    expect(await page.locator(".faded").count()).toBe(0);
  });

  test("shows what hangs on what is chosen, by mouse and by key", async () => {
    const cluster = page.locator(".node", { has: page.getByText("k8s_cluster", { exact: true }) }).first();
    await cluster.click();
    expect(await page.textContent("output")).toMatch(/^scaleway_k8s_cluster\./);
    const near = await clear();
    expect(near).toEqual(expect.arrayContaining([expect.stringMatching(/^scaleway_k8s_acl\./)]));
    expect(near).not.toEqual(expect.arrayContaining([expect.stringMatching(/^scaleway_rdb_instance\./)]));
    await page.locator("h2").first().click();
    expect(await page.locator(".faded").count()).toBe(0);
    await cluster.press("Enter");
    expect(await clear()).toEqual(near);
  });
});
