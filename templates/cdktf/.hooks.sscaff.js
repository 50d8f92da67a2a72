// `cdktf init --template` runs this once the files are written; `init` of the library has its own words.
const { execSync } = require("node:child_process");
const { readFileSync, rmSync } = require("node:fs");

exports.post = ({ npm_cdktf: isOfCli, silent }) => {
  const help = readFileSync("help", "utf8");
  rmSync("help");
  if (isOfCli === undefined) return;
  const isSilent = String(silent) === "true";
  // The command line runs as in production, where npm leaves out what tests need.
  const env = { ...process.env, NODE_ENV: "development" };
  execSync("npm install", { stdio: isSilent ? "ignore" : "inherit", env });
  if (!isSilent) console.log(help);
};
