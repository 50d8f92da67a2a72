import { readFileSync } from "node:fs";

import { NewProject } from "../../docs/new-project";
import { FIRST_PLAN } from "../../docs/walk-page";
import { dummyAccount, startLoopback } from "../../guard/lib/engine";
import { ENGINES } from "./engines";

test.each(ENGINES)("the first plan of docs/walk.md is what %s says", async (engine) => {
  const api = await startLoopback();
  const project = new NewProject();
  try {
    project.init();
    project.synth();
    expect(project.plan(engine, "development", dummyAccount(api.url, api.url))).toBe(
      readFileSync(FIRST_PLAN, "utf8").trimEnd(),
    );
  } finally {
    project.end();
    api.close();
  }
});
