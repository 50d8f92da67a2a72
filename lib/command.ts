#!/usr/bin/env node
import { type AdoptionLibrary, main } from "kapsule-guard/cli";

// Constructs and bindings would double the time that every other command takes to start.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import() of CommonJS cannot name a folder.
main(() => require("./adopt") as AdoptionLibrary);
