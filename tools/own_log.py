"""One person's own log as she downloaded it, for verify-audit.py --own: every line under one signed checkpoint. Standard library only."""
import hashlib
import json

from audit_lines import canonical
from witness_notes import when

FORM = "sen-own-log-1"


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def is_in_tree(leaf, number, size, hashes, root):
    """RFC 9162 section 2.1.3.2."""
    if not 0 <= number < size:
        return False
    at, last, top = number, size - 1, leaf
    for sibling in hashes:
        if last == 0:
            return False
        if at & 1 or at == last:
            top = node(sibling, top)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            top = node(top, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and top == root


def is_beginning(first, second, first_root, second_root, hashes):
    """RFC 9162 section 2.1.4.2: the second tree begins with all of the first."""
    if first == second:
        return not hashes and first_root == second_root
    if not 0 < first < second:
        return False
    path = list(hashes)
    if first & (first - 1) == 0:
        path.insert(0, first_root)
    if not path:
        return False
    at, last = first - 1, second - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    one = two = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            one, two = node(sibling, one), node(sibling, two)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            two = node(two, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and one == first_root and two == second_root


class OwnLog:
    """`open_note` answers (size, root, …) or a sentence; `b64` raw bytes, empty where it is none."""

    def __init__(self, path, open_note, b64):
        with open(path, encoding="utf-8") as file:
            self.said = json.load(file)
        if self.said.get("form") != FORM:
            raise ValueError(f"{path} is no file of this form ({FORM})")
        self.open_note, self.b64 = open_note, b64
        self.counts = {"open": 0, "withheld": 0, "erased": 0, "waiting": 0}
        self.subjects, self.size = set(), 0

    def hashes(self, texts):
        raw = [self.b64(text) for text in texts]
        return raw if len(raw) <= 64 and all(len(one) == 32 for one in raw) else None

    def line(self, said, root, fault):
        place = f"line {said['id']}"
        leaf = self.b64(said["leafHash"])
        if said["content"] == "open":
            line = said["line"]
            digest = hashlib.sha256(bytes.fromhex(said["salt"]) + canonical(line).encode()).digest()
            if hashlib.sha256(b"\x00" + digest).digest() != leaf:
                fault(place, "its leaf stands for something else than what the file says")
            if line["id"] != said["id"] or line["at"] != said["at"]:
                fault(place, "the file names it otherwise than the line names itself")
            self.subjects.add(line["subject_id"])
        self.counts[said["content"]] += 1
        if said["hashes"] is None:
            self.counts["waiting"] += 1
            if said["leaf"] is not None and said["leaf"] < self.size:
                fault(place, f"it says that it is leaf {said['leaf']} and brings no proof of it")
            return
        hashes = self.hashes(said["hashes"])
        if hashes is None or not is_in_tree(leaf, said["leaf"], self.size, hashes, root):
            fault(place, f"it is not leaf {said['leaf']} of the log that was signed")

    def verify(self, fault, cosigned_at=None):
        """`cosigned_at`: when a witness has cosigned a note, or None. Answers when it was, where one is asked for."""
        if self.said["note"] is None:
            opened = (0, hashlib.sha256().digest())
        else:
            opened = self.open_note(self.said["note"])
        if isinstance(opened, str):
            fault("the checkpoint", opened)
            return None
        self.size, root = opened[0], opened[1]
        leaves = [said["leaf"] for said in self.said["lines"] if said["leaf"] is not None]
        if len(set(leaves)) != len(leaves):
            fault("the file", "two lines say that they are the same leaf")
        for said in self.said["lines"]:
            self.line(said, root, fault)
        if len(self.subjects) > 1:
            fault("the file", "its lines are about more than one person")
        return self.witnessed(root, fault, cosigned_at) if cosigned_at else None

    def witnessed(self, root, fault, cosigned_at):
        cosigned = self.said["cosigned"]
        if cosigned is None:
            return fault("the witness", "the file has no checkpoint that a witness has cosigned")
        opened, at = self.open_note(cosigned["note"]), cosigned_at(cosigned["note"])
        hashes = self.hashes(cosigned["hashes"])
        if isinstance(opened, str):
            return fault("the cosigned checkpoint", opened)
        if at is None:
            return fault("the cosigned checkpoint", "this witness has not cosigned it")
        if hashes is None or not is_beginning(opened[0], self.size, opened[1], root, hashes):
            return fault("the cosigned checkpoint", "the log that the lines are proven under does not go on from it")
        return opened[0], at

    def told(self, witness, word, faults):
        counts = ", ".join(f"{count} {kind}" for kind, count in self.counts.items())
        lines = f"{len(self.said['lines'])} lines under {self.size} signed leaves ({counts}), {faults} faults"
        return f"{witness} has cosigned {word[0]} leaves, on which all of it goes on ({when(word[1])})\n{lines}" if word else lines
