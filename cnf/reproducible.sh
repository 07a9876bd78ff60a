#!/usr/bin/env bash
# Builds what is committed twice, in two folders, without tests, and compares every jar and zip byte by byte.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'git worktree remove --force "$work/first" 2>/dev/null; git worktree remove --force "$work/second/deeper" 2>/dev/null; rm -rf "$work"' EXIT

build() {
  git worktree add --quiet --detach "$work/$1" HEAD
  mvn -q -B -f "$work/$1/pom.xml" package -DskipTests < /dev/null
  (cd "$work/$1" && find . \( -path '*/target/*.jar' -o -path '*/target/*.zip' \) -print0 | sort -z | xargs -0 sha256sum) > "$work/$2.sums"
}

build first first
build second/deeper second
if diff "$work/first.sums" "$work/second.sums"; then
  echo "Reproducible: $(wc -l < "$work/first.sums") files are the same in both builds."
else
  echo "Not reproducible: the files above differ between two builds of one commit." >&2
  exit 1
fi
