# Runs a program to its end, with its output in a file, and prints what it took: whole_process.py SYSTEM VARIANT OUTPUT PROGRAM...
import os
import sys
import time

system, variant, output = sys.argv[1:4]
began = time.monotonic()
child = os.fork()
if child == 0:
    os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
    os.execvp(sys.argv[4], sys.argv[4:])
_, status, used = os.wait4(child, 0)
wall = time.monotonic() - began
for key, value in (
    ("wall_ms", wall * 1e3),
    ("cpu_ms", (used.ru_utime + used.ru_stime) * 1e3),
    ("peak_rss_mib", used.ru_maxrss / 1024),
):
    print("figure", system, variant, key, value, sep="\t")
sys.exit(os.waitstatus_to_exitcode(status))
