#!/usr/bin/env python3
"""Checks a file of all that Sen holds of somebody, as she downloaded it: standard library only, no code of the server, no network.

  verify-own-data.py --keys trust.json sen-my-data-2026-11-30.json

trust.json: a kept copy of https://…/credentials/trust. The signature is ES256 over the RFC 8785 form of "data", as a JWS with detached
content (RFC 7515 appendix F). The last line printed is "ok" or "not ok"; the exit code is 0 or 1 (2: cannot be read).
"""
import argparse
import base64
import hashlib
import json
import sys

from audit_lines import canonical

# P-256 (FIPS 186-4 D.1.2.3). Public data only, so it need not run in constant time.
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def add(a, b):
    if a is None or b is None:
        return b if a is None else a
    if a[0] == b[0]:
        if (a[1] + b[1]) % P == 0:
            return None
        slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], P - 2, P)
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], P - 2, P)
    x = (slope * slope - a[0] - b[0]) % P
    return (x, (slope * (a[0] - x) - a[1]) % P)


def times(n, point):
    total = None
    while n:
        if n & 1:
            total = add(total, point)
        point = add(point, point)
        n >>= 1
    return total


def number(text):
    return int.from_bytes(bytes_of(text), "big")


def bytes_of(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def is_signed(key, text, signature):
    point = (number(key["x"]), number(key["y"]))
    if (point[1] ** 2 - point[0] ** 3 + 3 * point[0] - B) % P or len(signature) != 64:
        return False
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if not (0 < r < N and 0 < s < N):
        return False
    digest = int.from_bytes(hashlib.sha256(text).digest(), "big")
    back = pow(s, N - 2, N)
    found = add(times(digest * back % N, G), times(r * back % N, point))
    return found is not None and found[0] % N == r


def once(pairs):
    """A name that stands twice would be read one way here and another way elsewhere."""
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a member stands twice")
    return dict(pairs)


def judge(file, keys):
    first, between, last = file["signature"].split(".")
    header = json.loads(bytes_of(first), object_pairs_hook=once)
    if between or header.get("alg") != "ES256" or header.get("typ") != "sen-own-data" or "crit" in header:
        return "the signature is of another kind"
    key = next((one for one in keys if one.get("kid") == header.get("kid")), None)
    if key is None or key.get("crv") != "P-256":
        return f"no key {header.get('kid')} among those given"
    payload = base64.urlsafe_b64encode(canonical(file["data"]).encode()).decode().rstrip("=")
    return None if is_signed(key, f"{first}.{payload}".encode(), bytes_of(last)) else "it was changed, or signed by nobody here"


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--keys", required=True)
    asked.add_argument("file")
    options = asked.parse_args()
    try:
        with open(options.keys, encoding="utf-8") as kept:
            keys = json.load(kept)["jwks"]["keys"]
        with open(options.file, encoding="utf-8") as taken:
            file = json.load(taken, object_pairs_hook=once)
        fault = judge(file, keys)
        about = (file["data"]["about"], file["data"]["takenAt"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"cannot be read: {error}")
        return 2
    if fault:
        print(fault)
    else:
        print(f"about {about[0]}, taken {about[1]}")
    print("not ok" if fault else "ok")
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main())
