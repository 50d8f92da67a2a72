#!/usr/bin/env bash
# Checks stacks and plans with kapsule-guard, for the GitHub action and the GitLab component. What it takes is in GUARD_* variables:
#   GUARD_FOLDERS         folders of HCL, or "." for all in which something differs; none: configurations are looked at
#   GUARD_VERSION         the release of kapsule-guard that checks folders where none is installed; empty: the newest
#   GUARD_SYNTH           the command that synthesizes the app; empty: it is synthesized already
#   GUARD_CONFIGURATIONS  globs of cdk.tf.json files
#   GUARD_LOCKS           folder of the locks
#   GUARD_PLANS           globs of `terraform show -json` files, each in its stack's folder or named after its stack; none: plans are not looked at
#   GUARD_BASE            revision that the change is merged into; empty: found by the guard
#   GUARD_ON_MAY          warn or fail
#   GUARD_OUT             folder for guard.md, guard.sarif and guard.junit.xml
# It exits with 0 where nothing blocks, 1 where a finding does, and 2 on bad input.
set -uo pipefail

out=${GUARD_OUT:-.}
mkdir -p "$out"

# A synth that the guard stops leaves its own reports, and no stack that could be checked.
if [ -n "${GUARD_SYNTH:-}" ] && [ -z "${GUARD_FOLDERS:-}" ]; then
  rm -f "$out/guard.md" "$out/guard.sarif" "$out/guard.junit.xml"
  synth=0
  if [ -n "${GUARD_BASE:-}" ]; then export KAPSULE_GUARD_BASE="$GUARD_BASE"; fi
  KAPSULE_GUARD_REPORTS="$out" bash -c "$GUARD_SYNTH" 2>&1 | tee "$out/synth.log" || synth=$?
  if [ "$synth" -ne 0 ] && [ -f "$out/guard.md" ]; then exit 1; fi
  if [ "$synth" -ne 0 ]; then
    { echo "### The synth failed"; echo; echo '~~~text'; tail -n 60 "$out/synth.log" | tr -d '\033'; echo '~~~'; } > "$out/guard.md"
    exit 2
  fi
fi

shopt -s nullglob globstar
# Globs are meant to be split and expanded here.
# shellcheck disable=SC2206
configurations=(${GUARD_CONFIGURATIONS:-cdktf.out/stacks/*/cdk.tf.json})
# shellcheck disable=SC2206
plans=(${GUARD_PLANS:-})
locks=${GUARD_LOCKS:-recreation-locks}

# shellcheck disable=SC2206
folders=(${GUARD_FOLDERS:-})

if [ "${#folders[@]}" -eq 0 ] && [ "${#configurations[@]}" -eq 0 ]; then
  echo "kapsule-guard: no configuration matches ${GUARD_CONFIGURATIONS:-cdktf.out/stacks/*/cdk.tf.json}; synthesize the app first" >&2
  exit 2
fi

if [ -n "${GUARD_PLANS:-}" ] && [ "${#plans[@]}" -eq 0 ]; then
  echo "kapsule-guard: no plan matches ${GUARD_PLANS}; write each with terraform show -json before" >&2
  exit 2
fi
# Whoever writes HCL has no package to install it in.
if npx --no-install kapsule-guard --version > /dev/null 2>&1; then
  command=(npx --no-install kapsule-guard)
elif [ "${#folders[@]}" -gt 0 ]; then
  command=(npx --yes "kapsule-guard@${GUARD_VERSION:-latest}")
else
  echo "kapsule-guard: it is not installed in $PWD; run npm ci before, in the folder of the app" >&2
  exit 2
fi

common=(--on-may "${GUARD_ON_MAY:-warn}")
check=("${common[@]}")
if [ -n "${GUARD_BASE:-}" ]; then check+=(--base "$GUARD_BASE"); fi
plan=("${common[@]}")
if [ "${#folders[@]}" -gt 0 ]; then
  configurations=("${folders[@]}")
  # Without a folder, the command looks for those in which something differs.
  if [ "${folders[*]}" = "." ]; then checked=(); else checked=("${folders[@]}"); fi
else
  checked=("${configurations[@]}")
  for configuration in "${configurations[@]}"; do
    check+=(--lock "$locks/$(basename "$(dirname "$configuration")").json")
  done
fi
for configuration in "${configurations[@]}"; do plan+=(--config "$configuration"); done

# The worst of all codes: bad input before a finding that blocks.
worst=0
run() {
  local code=0
  "${command[@]}" "$@" || code=$?
  if [ "$code" -gt "$worst" ]; then worst=$code; fi
}

run check ${checked[@]+"${checked[@]}"} "${check[@]}"
run check ${checked[@]+"${checked[@]}"} "${check[@]}" --format markdown > "$out/guard.md"
run check ${checked[@]+"${checked[@]}"} "${check[@]}" --format sarif > "$out/guard.sarif"
run check ${checked[@]+"${checked[@]}"} "${check[@]}" --format junit > "$out/guard.junit.xml"
if [ "${#plans[@]}" -gt 0 ]; then
  run plan "${plans[@]}" "${plan[@]}"
  { echo; echo "## Plans"; echo; run plan "${plans[@]}" "${plan[@]}" --format markdown; } >> "$out/guard.md"
fi
exit "$worst"
