"""Prints how long a program takes from its start to the first byte it writes, in milliseconds: the median of many.

first_byte.py COUNT PROGRAM [ARGUMENT ...]
"""

import os
import subprocess
import sys
import time
from statistics import median


def milliseconds(command):
    read, write = os.pipe()
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=write, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    first = os.read(read, 1)
    took = time.perf_counter() - begin
    while os.read(read, 65536):
        pass
    os.close(read)
    if process.wait() != 0 or not first:
        sys.exit(f"{command} wrote nothing or failed")
    return took * 1000


def main():
    count, command = int(sys.argv[1]), sys.argv[2:]
    milliseconds(command)
    print(f"{median(milliseconds(command) for _ in range(count)):.3f}")


main()
