import eslint from "@eslint/js";
import simpleImportSort from "eslint-plugin-simple-import-sort";
import tseslint from "typescript-eslint";

import { restrictedComments, restrictedSyntax } from "./words.mjs";

export default tseslint.config(
  {
    ignores: [
      "**/dist/",
      "cdktf.out/",
      "provider/lib/",
      "provider/.generated/",
      "terrain/packages/",
      "templates/",
      "coverage/",
      "site/",
    ],
  },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A construct is used for what it registers in the tree, so `new X(scope, id)` alone is normal CDK code.
      "no-new": "off",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        {
          allowNumber: true,
          allowBoolean: true,
          // What an address is in a message is its notation.
          allow: [{ from: "file", name: ["Address", "AttributePath", "ModuleAddress", "StackAddress"] }],
        },
      ],
      // What is imported for its type alone says so, which verbatimModuleSyntax would demand of an ES module.
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/consistent-type-exports": ["error", { fixMixedExportsWithInlineTypeSpecifier: true }],
      "no-restricted-syntax": ["error", ...restrictedSyntax],
      "no-warning-comments": ["error", { terms: restrictedComments, location: "anywhere" }],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["test/**/*.ts", "guard/test/**/*.ts", "provider/test/**/*.ts"],
    rules: {
      "max-lines": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      // Jest's asymmetric matchers are of type any.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
    },
  },
  // Generated.
  { files: ["lib/core/property-shapes.ts"], rules: { "max-lines": "off" } },
  {
    plugins: { "simple-import-sort": simpleImportSort },
    rules: { "simple-import-sort/imports": "error", "simple-import-sort/exports": "error" },
  },
);
