import { asked } from "../../lib/init/ask";

interface Question {
  readonly message: string;
  readonly validate?: (value?: string) => string | undefined;
  readonly options?: readonly { readonly value: string }[];
}

/** What is answered to a question, by its message; a symbol is Ctrl+C. */
let answers: Record<string, string | symbol> = {};
let questions: Question[] = [];

const answer = (question: Question & { defaultValue?: string; initialValue?: string }) => {
  questions.push(question);
  const usual = question.defaultValue ?? question.initialValue ?? question.options?.[0]?.value;
  return Promise.resolve(answers[question.message] ?? usual);
};

jest.mock("@clack/prompts", () => ({
  intro: () => undefined,
  text: (question: Question) => answer(question),
  select: (question: Question) => answer(question),
  group: async (asks: Record<string, () => Promise<unknown>>, { onCancel }: { onCancel: () => void }) => {
    const found: Record<string, unknown> = {};
    for (const [name, ask] of Object.entries(asks)) {
      found[name] = await ask();
      if (typeof found[name] === "symbol") onCancel();
    }
    return found;
  },
}));

beforeEach(() => {
  [answers, questions] = [{}, []];
});

test("asks for all that nobody has said, and takes the defaults of who answers nothing", async () => {
  expect(await asked({ isInteractive: true })).toEqual({
    isInteractive: true,
    folder: "my-platform",
    environments: ["development", "staging", "production"],
    isolation: "controlled",
    fork: "cdktf",
    packageManager: "npm",
  });
  expect(questions).toHaveLength(5);
});

test("does not ask for what was said", async () => {
  answers = { "What installs packages?": "pnpm" };
  const said = { folder: "p", environments: ["test"], isolation: "full", fork: "cdktn", isInteractive: true } as const;
  expect(await asked(said)).toEqual({ ...said, packageManager: "pnpm" });
  expect(questions.map(({ message }) => message)).toEqual(["What installs packages?"]);
});

test("says at the question what is wrong with an answer", async () => {
  answers = { "Environments, each a stack": "test, prod" };
  expect(await asked({ isInteractive: true })).toMatchObject({ environments: ["test", "prod"] });
  const { validate } = questions.find(({ message }) => message.startsWith("Environments"))!;
  expect(validate?.("Test")).toContain('got "Test"');
  expect(validate?.("a,a")).toBe("the environment a is there twice");
  expect(validate?.("a,b")).toBeUndefined();
  expect(validate?.("")).toBeUndefined();
});

test("whoever leaves a question leaves the command", async () => {
  answers = { "Which fork?": Symbol("cancel") };
  await expect(asked({ isInteractive: true })).rejects.toThrow("init was left, and nothing was written");
});
