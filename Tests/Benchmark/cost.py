"""Runs a command, its output thrown away, and prints its seconds and the most memory it held in MB."""

import resource
import subprocess
import sys
import time

begin = time.perf_counter()
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
seconds = time.perf_counter() - begin
print(f"{seconds:.4f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.1f}")
sys.exit(status)
