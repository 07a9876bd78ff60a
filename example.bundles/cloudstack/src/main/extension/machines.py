#!/usr/bin/env python3
"""An entrypoint of Apache CloudStack in Python, with nothing but its standard library.

Each machine is a file <folder>/<id>.json, of the same form as those of machines.sh. It is run as:
machines.py <verb or action> <file with the payload> <seconds it may take>
"""

import json
import os
import re
import sys
import tempfile
import zlib


class Refused(Exception):
    """Something that cannot be done, with a sentence for people."""


class Paper:
    """What is written about one machine."""

    def __init__(self, folder, id):
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", id):
            raise Refused("not an identifier: '%s'" % id)
        self.id = id
        self.file = os.path.join(folder, id + ".json")

    def read(self):
        try:
            with open(self.file, encoding="utf-8") as text:
                return json.load(text)
        except FileNotFoundError:
            raise Refused("there is no machine " + self.id) from None

    def write(self, machine):
        """A new version takes the place of the old one at once: nobody ever reads half a paper."""
        handle, new = tempfile.mkstemp(dir=os.path.dirname(self.file), prefix=".new.")
        with open(handle, "w", encoding="utf-8") as text:
            json.dump(machine, text, indent=2)
        os.replace(new, self.file)

    def change(self, **values):
        machine = self.read()
        machine.update(values)
        self.write(machine)
        return machine


class Call:
    """One run: what was asked, and all that was given with it."""

    def __init__(self, payload):
        self.payload = payload
        self.external = payload.get("externaldetails", {})
        self.details = payload.get("cloudstack.vm.details", {})
        self.parameters = payload.get("parameters", {})
        host = self.external.get("host", {})
        self.folder = host.get("folder") or self.external.get("extension", {}).get("folder")
        if not self.folder:
            raise Refused("the detail 'folder' is missing")
        os.makedirs(self.folder, mode=0o700, exist_ok=True)

    @property
    def paper(self):
        return Paper(self.folder, self.payload.get("virtualmachineid", ""))

    def prepare(self):
        """A card's address out of the machine's name, the same however often it is asked."""
        total = zlib.crc32(self.payload.get("virtualmachinename", "").encode())
        beginning = "02:00:" + ":".join("%02x" % (total >> shift & 255) for shift in (16, 8, 0))
        nics = [
            {"uuid": nic["uuid"], "mac": "%s:%02x" % (beginning, place % 256)}
            for place, nic in enumerate(self.details.get("nics") or [])
        ]
        return {"nics": nics, "details": {"External:paper": "A4"}}

    def create(self):
        paper = self.paper
        if os.path.exists(paper.file):
            raise Refused("there is a machine %s already" % paper.id)
        gigabytes = self.details.get("maxRam", 1 << 30) / (1 << 30)
        macs = [nic["mac"] for nic in self.details.get("nics") or [] if nic.get("mac")]
        paper.write(
            {
                "id": paper.id,
                "name": self.payload.get("virtualmachinename"),
                "state": "poweron",
                "cpus": self.details.get("cpus", 1),
                "gigabytes": gigabytes,
                "macs": macs,
                "notes": [],
            }
        )
        return done(paper.id + " has been written")

    def power(self, state):
        self.paper.change(state=state)
        return done("%s is %s" % (self.paper.id, state))

    def start(self):
        return self.power("poweron")

    def stop(self):
        return self.power("poweroff")

    def delete(self):
        paper = self.paper
        if os.path.exists(paper.file):
            os.remove(paper.file)
        return done(paper.id + " is gone")

    def status(self):
        return {"status": "success", "power_state": self.paper.read()["state"]}

    def statuses(self):
        names = sorted(name for name in os.listdir(self.folder) if re.match(r"[^.].*\.json$", name))
        machines = [Paper(self.folder, name[: -len(".json")]).read() for name in names]
        return {"status": "success", "power_state": {m["name"]: m["state"] for m in machines}}

    def getconsole(self):
        if self.paper.read()["state"] != "poweron":
            raise Refused(self.paper.id + " is off")
        console = {"host": "127.0.0.1", "port": "5901", "password": "paper", "protocol": "vnc"}
        return {"status": "success", "console": console}

    def describe(self):
        return printed([{"what": key, "is": value} for key, value in self.paper.read().items()])

    def note(self):
        machine = self.paper.read()
        written = dict(self.parameters, ink=self.external.get("action", {}).get("ink"))
        machine = self.paper.change(notes=machine["notes"] + [written])
        return printed("%d notes about %s" % (len(machine["notes"]), machine["name"]))

    def resize(self):
        wanted = {key: self.parameters[key] for key in ("cpus", "slots", "gigabytes") if key in self.parameters}
        if self.parameters.get("restart"):
            wanted["state"] = "poweron"
        machine = self.paper.change(**wanted)
        return printed({key: machine[key] for key in ("cpus", "gigabytes", "state")})

    def plan_stop(self):
        """The password is asked for and forgotten: no paper has it."""
        plan = {
            "when": self.parameters["when"],
            "how": self.parameters.get("how", "gently"),
            "locked": "password" in self.parameters,
        }
        return printed(self.paper.change(plan=plan)["plan"])


WORDS = {
    "prepare": Call.prepare,
    "create": Call.create,
    "start": Call.start,
    "reboot": Call.start,
    "stop": Call.stop,
    "delete": Call.delete,
    "status": Call.status,
    "statuses": Call.statuses,
    "getconsole": Call.getconsole,
    "Describe": Call.describe,
    "Note": Call.note,
    "Resize": Call.resize,
    "Plan stop": Call.plan_stop,
}


def done(message):
    return {"status": "success", "message": message}


def printed(message):
    """What people see: a table of an object or of a list of objects, or a text."""
    return {"printmessage": True, "message": message}


def main(word, payload, *_):
    try:
        if word not in WORDS:
            raise Refused("'%s' is not known here" % word)
        with open(payload, encoding="utf-8") as text:
            print(json.dumps(WORDS[word](Call(json.load(text)))))
        return 0
    except Refused as refused:
        print(json.dumps({"status": "error", "error": str(refused)}))
        return 1


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main(*sys.argv[1:]))
