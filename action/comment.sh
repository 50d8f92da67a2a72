#!/usr/bin/env bash
# Shows a report as a comment of a pull request, in the place of the one that an earlier run left.
#   NUMBER      of the pull request
#   REPOSITORY  owner/name
#   BODY        file with the report
#   PLACE       folder of the app, which tells several apps of a repository apart
# A token that only reads, as that of a pull request from a fork, is no failure: the job's summary has the report.
set -uo pipefail

marker="<!-- kapsule-guard ${PLACE//[^A-Za-z0-9._\/-]/_} -->"
body=$(mktemp)
trap 'rm -f "$body"' EXIT
# A comment has at most 65,536 characters.
{ echo "$marker"; head -c 60000 "$BODY"; } > "$body"

# Its own comment is the one with the marker that this token's user wrote: another one may quote the marker.
earlier=$(gh pr view "$NUMBER" --repo "$REPOSITORY" --json comments \
  --jq "[.comments[] | select(.viewerDidAuthor and (.body | startswith(\"$marker\"))) | .url] | last // empty")
if [ -n "$earlier" ]; then
  gh api --silent --method PATCH "repos/$REPOSITORY/issues/comments/${earlier##*-}" --field "body=@$body"
else
  gh pr comment "$NUMBER" --repo "$REPOSITORY" --body-file "$body"
fi || {
  echo "kapsule-guard: the report is no comment of the pull request, since the token may only read, as that of a fork's does"
  echo "> The report is not shown as a comment: this run's token may not write one, as is so for pull requests from forks." >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
}
