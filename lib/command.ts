#!/usr/bin/env node
import { type AdoptionLibrary, main, type ProjectLibrary } from "kapsule-guard/cli";

// Constructs and bindings would double the time that every other command takes to start.
/* eslint-disable @typescript-eslint/no-require-imports -- an import() of CommonJS cannot name a folder. */
main({
  adopt: () => require("./adopt") as AdoptionLibrary,
  init: () => require("./init") as ProjectLibrary,
});
