"""What a witness has cosigned of Sen's audit log, for verify-audit.py: C2SP tlog-cosignature (cosignature/v1). Standard library only."""
import json
import time


def when(at):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at))


def notes_in(path):
    """(line number, note or None): a file in the form of checkpoints.log, or one note as the witness gives it out."""
    with open(path, encoding="utf-8", newline="\n") as file:
        text = file.read()
    if text and not text.startswith("{"):
        yield 1, text
        return
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if number == len(lines):
            break
        try:
            note = json.loads(line)["note"]
        except (ValueError, KeyError, TypeError):
            # A line torn by a crash is followed by the whole line.
            if not lines[number].startswith(line) or lines[number] == line:
                yield number, None
            continue
        yield number, note if isinstance(note, str) else None


def cosigned_at(note, key, b64, is_signed):
    """When this witness has cosigned the note, in seconds; None when it has not, or a line in its name is not its own."""
    name, key_id, public_key = key
    text, _, signatures = note.partition("\n\n")
    newest = None
    for line in signatures.split("\n"):
        words = line.split(" ")
        raw = b64(words[2]) if len(words) == 3 and words[0] == "\u2014" and words[1] == name else b""
        if raw[:4] != key_id:
            continue
        at = int.from_bytes(raw[4:12], "big")
        message = f"cosignature/v1\ntime {at}\n{text}\n".encode()
        if len(raw) != 76 or not is_signed(public_key, message, raw[12:]):
            return None
        newest = at if newest is None else max(newest, at)
    return newest


class Cosigned:
    """Roots that a witness has cosigned; each must be the root of the leaves at its size."""

    def __init__(self, name):
        self.name, self.roots, self.newest = name, {}, None

    def read(self, path, key, open_note, b64, is_signed, fault):
        for number, note in notes_in(path):
            place = f"cosigned file line {number}"
            opened = "it cannot be read as a checkpoint" if note is None else open_note(note)
            if isinstance(opened, str):
                fault(place, opened)
                continue
            at = cosigned_at(note, key, b64, is_signed)
            if at is None:
                fault(place, f"it has no cosignature of {self.name}")
                continue
            self.roots.setdefault(opened[0], set()).add(opened[1])
            if self.newest is None or (opened[0], at) >= self.newest:
                self.newest = (opened[0], at)
        if self.newest is None:
            fault(f"witness {self.name}", f"no checkpoint with its cosignature is in {path}")

    def reached(self, size, root, fault):
        if any(one != root for one in self.roots.pop(size, ())):
            fault(f"checkpoint {size}", f"{self.name} has cosigned another root than that of the leaves")

    def end(self, size, fault):
        for beyond in sorted(self.roots):
            fault(f"checkpoint {beyond}", f"{self.name} has cosigned it and the leaves end at {size}: an older dump was restored, or the log was rewritten")

    def told(self, size):
        newest, at = self.newest
        age = max(0, int(time.time()) - at)
        unit, length = ("s", 1) if age < 120 else ("min", 60) if age < 7200 else ("h", 3600)
        return f"{self.name} has cosigned {newest} of {size} leaves, {age // length} {unit} ago ({when(at)})"
