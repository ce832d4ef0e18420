#!/usr/bin/env bash
# Runs both hooks with the real pre-commit, from a clone of this repository, on a
# repository with a risky file and one with a sound file.
set -euo pipefail

root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

command -v python3 >/dev/null || { echo "python3 is needed for pre-commit"; exit 1; }
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check 'pre-commit==4.3.0'
export PATH="$work/venv/bin:$PATH" PRE_COMMIT_HOME="$work/home"
export GIT_AUTHOR_NAME=check GIT_AUTHOR_EMAIL=check@example.org GIT_COMMITTER_NAME=check GIT_COMMITTER_EMAIL=check@example.org

git clone -q "$root" "$work/hook"
rev=$(git -C "$work/hook" rev-parse HEAD)

repository() { # name, acks
  mkdir -p "$work/$1/config"
  cd "$work/$1"
  git init -q .
  printf 'bootstrap.servers=kafka-1.example.org:9092\nkey.serializer=org.apache.kafka.common.serialization.StringSerializer\nvalue.serializer=org.apache.kafka.common.serialization.StringSerializer\nacks=%s\nsecurity.protocol=SSL\n' "$2" > config/producer.properties
  printf '# notes\n' > README.md
  cat > .pre-commit-config.yaml <<EOF
repos:
  - repo: $work/hook
    rev: $rev
    hooks:
      - id: kcfglint
      - id: kcfglint-repository
EOF
  git add -A
  git commit -qm start
}

repository sound all
pre-commit run --all-files > "$work/sound.log" 2>&1 || { cat "$work/sound.log"; echo "pre-commit fails on a sound repository"; exit 1; }
[ "$(grep -c Passed "$work/sound.log")" = 2 ] || { cat "$work/sound.log"; echo "both hooks must run"; exit 1; }

repository risky 1
if pre-commit run --all-files > "$work/risky.log" 2>&1; then
  cat "$work/risky.log"; echo "pre-commit passes a producer with acks=1"; exit 1
fi
[ "$(grep -c 'KP002' "$work/risky.log")" -ge 2 ] || { cat "$work/risky.log"; echo "both hooks must report KP002"; exit 1; }

# Nothing of ours among the changed files: the hook must pass.
git -C "$work/risky" mv config/producer.properties notes.txt
git -C "$work/risky" commit -qnm rename
(cd "$work/risky" && pre-commit run --all-files > "$work/empty.log" 2>&1) || { cat "$work/empty.log"; echo "pre-commit fails where there is nothing to lint"; exit 1; }
echo "pre-commit: both hooks pass a sound repository and stop a risky one"
