#!/usr/bin/env python3
"""Checks an export of Sen's audit log without any code of Sen: standard library only.

  verify-audit.py --key ORIGIN+ID+BASE64 --checkpoints checkpoints.log --leaves leaves.ndjson
  verify-audit.py --key ORIGIN+ID+BASE64 --own nhat-ky-sen.json [--witness KEY]     one person's own log, as she downloaded it

Tree: RFC 6962 section 2.1. Checkpoints: C2SP tlog-checkpoint and signed-note, Ed25519 (RFC 8032). Lines, when the export has them:
SHA-256(salt || RFC 8785 JSON). With --line-key FILE each line's HMAC and the numbers of every writer, with --writers FOLDER also what
the writers kept beside the database; then an export with lines is needed. With --witness KEY --cosigned FILE what a witness has cosigned
(FILE: SEN_DATA/witnesses/<key id>.log, or what the witness itself gives out). The last line printed is "ok" or "not ok"; the exit code is 0 or 1 (2: cannot be read).
"""
import argparse
import base64
import binascii
import hashlib
import json
import re
import sys

from audit_lines import Writers, canonical
from own_log import OwnLog
from witness_notes import Cosigned, cosigned_at

# Ed25519, RFC 8032 section 5.1, with extended coordinates. Public data only, so it need not run in constant time.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_MINUS_1 = pow(2, (P - 1) // 4, P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p, n = add(p, p), n >> 1
    return q


def same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * SQRT_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(public_key, text, signature):
    a, r, s = point(public_key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L or len(signature) != 64:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public_key + text).digest(), "little") % L
    return same(times(s, BASE), add(r, times(k, a)))


class Log:
    """A tree that only grows: the roots of its complete subtrees, as (level, hash)."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def append(self, leaf):
        level = 0
        while self.peaks and self.peaks[-1][0] == level:
            leaf = hashlib.sha256(b"\x01" + self.peaks.pop()[1] + leaf).digest()
            level += 1
        self.peaks.append((level, leaf))
        self.size += 1

    def root(self):
        if not self.peaks:
            return hashlib.sha256().digest()
        root = self.peaks[-1][1]
        for _, left in reversed(self.peaks[:-1]):
            root = hashlib.sha256(b"\x01" + left + root).digest()
        return root


def b64(text):
    try:
        raw = base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""
    return raw if base64.b64encode(raw).decode() == text else b""


LOG, WITNESS = 1, 4


def read_key(text, kind=LOG):
    origin, key_id, key = text.strip().split("+", 2)
    raw = b64(key)
    expected = hashlib.sha256(origin.encode() + b"\n" + raw).digest()[:4]
    if len(raw) != 33 or raw[0] != kind or expected.hex() != key_id:
        raise ValueError("this is not an Ed25519 verifier key" if kind == LOG else "this is not the key of a witness")
    return origin, expected, raw[1:]


def open_note(note, key):
    """(size, root, (time, first signed leaf) or None), or a sentence that says what is wrong."""
    origin, key_id, public_key = key
    text, gap, signatures = note.partition("\n\n")
    parts = (text + "\n").split("\n")
    said = re.fullmatch(r"time (\S+)\nlines-signed-from ([0-9]{1,16})\n", "\n".join(parts[3:]))
    if not gap or len(parts) < 4 or not re.fullmatch("0|[1-9][0-9]{0,15}", parts[1]) or len(b64(parts[2])) != 32:
        return "it is not in the form of a checkpoint"
    if parts[0] != origin:
        return "it is of another log"
    is_ours = False
    for line in signatures.split("\n"):
        words = line.split(" ")
        raw = b64(words[2]) if len(words) == 3 and words[0] == "\u2014" and words[1] == origin else b""
        if raw[:4] == key_id:
            if len(raw) != 68 or not is_signed(public_key, (text + "\n").encode(), raw[4:]):
                return "its signature is not of the log's key"
            is_ours = True
    if not is_ours:
        return "its signature is not of the log's key"
    return int(parts[1]), b64(parts[2]), (said[1], int(said[2])) if said else None


def checkpoints(path, key, fault):
    """The signed checkpoints of the file, with sizes that rise. A line torn by a crash is followed by the whole line, or by nothing."""
    with open(path, encoding="utf-8", newline="\n") as file:
        lines = file.read().split("\n")
    last, mark = -1, None
    for number, line in enumerate(lines, 1):
        if number == len(lines) and (line == "" or not line.endswith("}")):
            break
        try:
            entry = json.loads(line)
            opened = open_note(entry["note"], key)
        except (ValueError, KeyError, TypeError, AttributeError):
            if not lines[number].startswith(line) or lines[number] == line:
                fault(f"checkpoint file line {number}", "it cannot be read as a checkpoint")
            continue
        if isinstance(opened, str):
            fault(f"checkpoint file line {number}", opened)
        elif opened[0] <= last:
            fault(f"checkpoint file line {number}", f"its size {opened[0]} does not follow {last}")
        elif opened[2] and opened[2][0] != entry.get("at"):
            fault(f"checkpoint file line {number}", "it was not signed at the time that stands beside it")
        elif mark is not None and (opened[2] is None or opened[2][1] != mark):
            fault(f"checkpoint file line {number}", "it says something else of the lines that are signed than those before")
        else:
            last, mark = opened[0], opened[2][1] if opened[2] else None
            yield opened


def check_erasures(erased, erasures, fault):
    for subject, line in erased:
        if not erasures.get(subject, "") > line:
            fault(f"line {line}", "its salt is gone and no erasure of the person tells why")


def check_line(record, leaf, counts, fault):
    line, salt = record["line"], record["salt"]
    if line is None:
        return fault(f"leaf {record['leaf_no']}", "its line is gone")
    counts["lines"] += 1
    digest = bytes.fromhex(record["digest"])
    if line["use_case"] == "audit.erase-salts" and salt is not None:
        counts["erasures"][line["subject_id"]] = max(counts["erasures"].get(line["subject_id"], ""), line["id"])
    if salt is None:
        counts["erased"] += 1
        counts["untold"].append((line["subject_id"], line["id"]))
    elif hashlib.sha256(bytes.fromhex(salt) + canonical(line).encode()).digest() != digest:
        where = f"leaf {record['leaf_no']}" if "leaf_no" in record else "it waits for its leaf"
        fault(f"line {line['id']}", f"it is not what was written ({where})")
    if leaf is not None and hashlib.sha256(b"\x00" + digest).digest() != leaf:
        fault(f"line {line['id']}", f"its digest is not the one of leaf {record['leaf_no']}")
    return None


def verify(key, checkpoint_path, leaf_path, fault, writers=None, cosigned=None):
    log, last_right, is_told = Log(), 0, False
    counts = {"lines": 0, "erased": 0, "waiting": 0, "erasures": {}, "untold": []}
    marks = [one[2][1] if one[2] else sys.maxsize for one in checkpoints(checkpoint_path, key, lambda *_: None)]
    signed_from = marks[-1] if marks else 0
    waiting = checkpoints(checkpoint_path, key, fault)
    following = next(waiting, None)
    with open(leaf_path, encoding="utf-8", newline="\n") as file:
        for text in file:
            record = json.loads(text)
            number = record.get("leaf_no", log.size)
            is_old = number < signed_from and record.get("mac") is None and record.get("seal") is None
            if writers and record.get("line") is not None and not is_old:
                writers.line(record, fault)
            if "leaf_no" not in record:
                counts["waiting"] += 1
                if record["claims"] is not None:
                    fault(f"line {record['line']['id']}", f"it says that it is leaf {record['claims']}, which does not exist or is another's")
                else:
                    check_line(record, None, counts, fault)
                continue
            leaf = bytes.fromhex(record["leaf_hash"])
            if record["leaf_no"] != log.size:
                fault(f"leaf {log.size}", f"leaf {record['leaf_no']} stands in its place")
                break
            if "line" in record:
                check_line(record, leaf, counts, fault)
            log.append(leaf)
            if cosigned and log.size in cosigned.roots:
                cosigned.reached(log.size, log.root(), fault)
            while following and following[0] <= log.size:
                if following[0] == log.size and following[1] == log.root():
                    last_right = log.size
                elif not is_told:
                    is_told = True
                    fault(f"checkpoint {following[0]}", f"its root is not the root of the leaves: those from {last_right} on were changed, removed, added or put into another order")
                following = next(waiting, None)
    while following:
        fault(f"checkpoint {following[0]}", f"the leaves end at {log.size}: the tail was cut, or an older dump was restored")
        following = next(waiting, None)
    check_erasures(counts["untold"], counts["erasures"], fault)
    if cosigned:
        cosigned.end(log.size, fault)
    if writers:
        writers.judge(fault)
    return log.size, last_right, counts


def own(asked):
    faults, key = [], read_key(asked.key)
    witness = read_key(asked.witness, WITNESS) if asked.witness else None
    log = OwnLog(asked.own, lambda note: open_note(note, key), b64)
    word = log.verify(lambda *fault: faults.append(fault), witness and (lambda note: cosigned_at(note, witness, b64, is_signed)))
    for place, what in faults[:100]:
        print(f"{place}: {what}")
    print(log.told(witness and witness[0], word, len(faults)))
    print("not ok" if faults else "ok")
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(description="Checks an export of Sen's audit log.")
    parser.add_argument("--key", required=True)
    for name in ("checkpoints", "leaves", "own", "line-key", "writers", "witness", "cosigned"):
        parser.add_argument(f"--{name}")
    asked, faults, writers, cosigned = parser.parse_args(), [], None, None
    if asked.own:
        return own(asked)
    if asked.checkpoints is None or asked.leaves is None:
        parser.error("--checkpoints and --leaves are needed, or --own")
    if (asked.witness is None) != (asked.cosigned is None):
        parser.error("--witness and --cosigned go together")

    def fault(place, what):
        faults.append((place, what))

    if asked.line_key:
        with open(asked.line_key, encoding="utf-8") as file:
            writers = Writers(bytes.fromhex(file.read().strip()))
        if asked.writers:
            writers.words(asked.writers, fault)
    key = read_key(asked.key)
    if asked.witness:
        witness = read_key(asked.witness, WITNESS)
        cosigned = Cosigned(witness[0])
        cosigned.read(asked.cosigned, witness, lambda note: open_note(note, key), b64, is_signed, fault)
    size, signed, counts = verify(key, asked.checkpoints, asked.leaves, fault, writers, cosigned)
    for place, what in faults[:100]:
        print(f"{place}: {what}")
    if signed < size and not faults:
        print(f"the leaves from {signed} on are newer than the last checkpoint of this file")
    if cosigned and cosigned.newest:
        print(cosigned.told(size))
    print(f"{size} leaves, {signed} of them signed, {counts['lines']} lines ({counts['erased']} erased), {len(faults)} faults")
    print("not ok" if faults else "ok")
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError, KeyError) as error:
        print(f"cannot be read: {error}")
        sys.exit(2)
