"""Judges many exports of one log with tools/verify-audit.py in one process, for the tests.

  judge-exports.py KEY CHECKPOINTS LINE_KEY_FILE FOLDER    (FOLDER/<case>/leaves.ndjson and FOLDER/<case>/writers)

Prints {"<case>": ["place: what", …]} as JSON; an export that cannot be read ends it.
"""
import functools
import importlib.util
import json
import os
import sys

TOOLS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "tools")
sys.path.insert(0, TOOLS)
spec = importlib.util.spec_from_file_location("verify_audit", os.path.join(TOOLS, "verify-audit.py"))
verifier = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verifier)
# The same few checkpoints in each case.
verifier.is_signed = functools.lru_cache(None)(verifier.is_signed)


def judge(key, checkpoints, line_key, case):
    faults = []
    writers = verifier.Writers(line_key)

    def fault(place, what):
        faults.append(f"{place}: {what}")

    writers.words(os.path.join(case, "writers"), fault)
    verifier.verify(key, checkpoints, os.path.join(case, "leaves.ndjson"), fault, writers)
    return faults[:5]


def main():
    key, checkpoints, line_key_file, folder = sys.argv[1:]
    with open(line_key_file, encoding="utf-8") as file:
        line_key = bytes.fromhex(file.read().strip())
    log_key = verifier.read_key(key)
    print(json.dumps({case: judge(log_key, checkpoints, line_key, os.path.join(folder, case)) for case in sorted(os.listdir(folder))}))


main()
