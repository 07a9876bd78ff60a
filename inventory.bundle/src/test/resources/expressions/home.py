# Evaluates expressions with the real ansible-core, as its constructed plugin does. One JSON text a line comes in, one goes out.
import json
import os
import resource
import signal
import sys
import warnings

warnings.simplefilter("ignore")
os.environ["ANSIBLE_NOCOLOR"] = "1"
from ansible.parsing.dataloader import DataLoader
from ansible.template import Templar


def plain(value):
    if isinstance(value, dict):
        return {plain(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, str):
        return str.__str__(value)
    return value


def late(*ignored):
    raise TimeoutError("takes more than 5 seconds")


signal.signal(signal.SIGALRM, late)
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
templar = Templar(DataLoader())
variables = json.loads(sys.stdin.readline())
for line in sys.stdin:
    expression = json.loads(line)
    templar.available_variables = variables
    signal.alarm(5)
    try:
        value = templar.template("{{" + expression + "}}", disable_lookups=True)
        answer = {"value": repr(plain(value))}
    except MemoryError:
        answer = {"failure": "memory"}
    except RecursionError:
        answer = {"failure": "recursion"}
    except Exception as e:
        answer = {"failure": str(e).split("\n")[0][:200]}
    signal.alarm(0)
    print(json.dumps(answer), flush=True)
