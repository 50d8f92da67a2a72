import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";

import { NewProject } from "../../docs/new-project";
import { FIRST_PLAN } from "../../docs/walk-page";
import { dummyAccount } from "../../guard/lib/engine";
import { ENGINES } from "./engines";

/** The plan of a new project asks nothing of the API. */
const NOBODY = "http://127.0.0.1:9";

test.each(ENGINES)("the first plan of docs/walk.md is what %s says", (engine) => {
  const project = new NewProject();
  try {
    project.init();
    project.synth();
    expect(project.plan(engine, "development", dummyAccount(NOBODY, tmpdir()))).toBe(
      readFileSync(FIRST_PLAN, "utf8").trimEnd(),
    );
  } finally {
    project.end();
  }
});
