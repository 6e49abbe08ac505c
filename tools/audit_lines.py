"""Lines of Sen's audit log for verify-audit.py: RFC 8785 JSON, signatures, and the numbers of every writer."""
import hashlib
import hmac
import json
import os
import re


def number_text(value):
    """A number as ECMAScript writes it (RFC 8785 section 3.2.2.3)."""
    if isinstance(value, int) and abs(value) < 2**53:
        return str(value)
    value = float(value)
    digits, _, exponent = f"{value!r}".lstrip("-").partition("e")
    whole, _, part = digits.partition(".")
    part = "" if part == "0" else part
    point_at = len(whole) + int(exponent or 0)
    shown = (whole + part).lstrip("0")
    point_at -= len(whole + part) - len(shown)
    shown = shown.rstrip("0")
    if not shown:
        return "0"
    sign = "-" if value < 0 else ""
    if len(shown) <= point_at <= 21:
        return sign + shown.ljust(point_at, "0")
    if 0 < point_at <= 21:
        return f"{sign}{shown[:point_at]}.{shown[point_at:]}"
    if -6 < point_at <= 0:
        return f"{sign}0.{'0' * -point_at}{shown}"
    e = point_at - 1
    return f"{sign}{shown[0]}{'.' + shown[1:] if shown[1:] else ''}e{'+' if e > 0 else '-'}{abs(e)}"


def canonical(value):
    if value is None or isinstance(value, (bool, str)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, list):
        return "[" + ",".join(canonical(one) for one in value) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"


SEAL = re.compile(r"([0-9a-f-]{36}) (0|[1-9][0-9]{0,15}) (-|[0-9,]+) (-|[0-9,]+) (-|[0-9,]+)")


class Writers:
    """Whose line has which number, and what each writer knew of its others."""

    def __init__(self, key):
        self.key, self.writers, self.acknowledged = key, {}, []

    def opened(self, kind, seal, mac, text):
        right = hmac.new(self.key, f"sen audit {kind} 1\n{seal}\n{text}".encode(), hashlib.sha256).hexdigest()
        parts = SEAL.fullmatch(seal or "")
        if parts is None or not hmac.compare_digest(right, mac or ""):
            return None
        lists = [set() if one == "-" else {int(n) for n in one.split(",")} for one in parts.groups()[2:]]
        return parts[1], int(parts[2]), *lists

    def told(self, writer, at, open_, gone, unsure):
        known = self.writers.setdefault(writer, {"met": set(), "gone": set(), "unsure": set(), "at": -1, "open": set(), "end": 0})
        known["gone"] |= gone
        known["unsure"] |= unsure
        if at > known["at"]:
            known["at"], known["open"] = at, open_
        return known

    def line(self, record, fault):
        place, line = f"line {record['line']['id']}", record["line"]
        seal = self.opened("line", record.get("seal"), record.get("mac"), record["digest"] + "\n" + canonical(line))
        if seal is None:
            return fault(place, "no process of this installation has signed it as it stands")
        writer, number, *lists = seal
        if line["use_case"] == "sen audit acknowledge":
            self.acknowledge(str(line["detail"].get("missing")))
        known = self.told(writer, number, *lists)
        if number in known["met"]:
            fault(place, f"another line has its number {number} of writer {writer}")
        known["met"].add(number)
        known["end"] = max(known["end"], number)
        return None

    def acknowledge(self, missing):
        """An operator's line says which numbers were lost: `<writer>:3-5,9 <writer>:0`."""
        for writer, ranges in re.findall(r"([0-9a-f-]{36}):([0-9,-]+)", missing):
            for first, last in re.findall(r"([0-9]{1,16})(?:-([0-9]{1,16}))?", ranges):
                self.acknowledged.append((writer, int(first), int(last or first)))

    def is_acknowledged(self, writer, number):
        return any(name == writer and first <= number <= last for name, first, last in self.acknowledged)

    def words(self, folder, fault):
        for name in sorted(os.listdir(folder)):
            if not re.fullmatch("[0-9a-f-]{36}", name):
                continue
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                seal, mac, *_ = file.read().split("\n") + [""]
            word = self.opened("writer", seal, mac, "")
            if word is None or word[0] != name:
                fault(f"writer {name}", "what lies beside the database under its name was not signed by it")
                continue
            known = self.told(name, word[1] - 0.5, *word[2:])
            known["end"] = max(known["end"], word[1])

    def judge(self, fault):
        for name, known in self.writers.items():
            for number in range(known["end"]):
                is_there, is_gone, is_unsure = (number in known[one] for one in ("met", "gone", "unsure"))
                if not (is_there or is_gone or is_unsure or number in known["open"] or self.is_acknowledged(name, number)):
                    fault(f"writer {name}", f"its line {number} is gone: it was swallowed, or deleted while it waited")
                elif is_there and is_gone and not is_unsure:
                    fault(f"writer {name}", f"its line {number} is there although it was rolled back")
