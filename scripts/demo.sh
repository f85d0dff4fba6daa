#!/usr/bin/env bash
# Reads the sample reports with the program given, and shows what is in their records.
set -euo pipefail

sanad=$1
cd "$(dirname "$0")/.."
records=$(mktemp)
trap 'rm -f "$records"' EXIT

"$sanad" read Samples/reports.jsonl
echo
"$sanad" code --verbose Samples/reports.jsonl >"$records"
echo "The same as records, one JSON object a line (sanad code Samples/reports.jsonl). The first begins:"
head -n 1 "$records" | cut -b 1-400
echo
"$sanad" doctor
