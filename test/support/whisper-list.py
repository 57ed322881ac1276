"""Reads every metric's file below a folder: {metric: [[timestamp, value], ...]}, once `count` points are there.

carbon-cache writes about a second after it received a point, so the files are looked for until the time is up.
"""
import json
import os
import struct
import sys
import time

import whisper

POLL_SECONDS = 0.05


def read(path, start):
    try:
        (first, _, step), values = whisper.fetch(path, start)
    except (whisper.WhisperException, struct.error):
        # A file that is just being made has a head and no room for points yet.
        return []
    return [[repr(first + i * step), repr(v)] for i, v in enumerate(values) if v is not None]


def read_all(directory, start):
    found = {}
    for folder, _, names in os.walk(directory):
        for name in names:
            path = os.path.join(folder, name)
            metric = os.path.relpath(path, directory).replace(os.sep, ".")[: -len(".wsp")]
            found[metric] = read(path, start)
    return found


def main():
    directory, start, count, timeout = sys.argv[1:]
    deadline = time.monotonic() + float(timeout)
    while True:
        found = read_all(directory, int(start))
        if sum(map(len, found.values())) >= int(count) or time.monotonic() > deadline:
            break
        time.sleep(POLL_SECONDS)
    json.dump(found, sys.stdout)


main()
