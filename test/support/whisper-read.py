"""Reads a metric's file with Carbon's own library: {"points": [[timestamp, value], ...]} once `count` points are there.

carbon-cache writes about a second after it received a point, so the file is looked for until the time is up.
"""
import json
import os
import sys
import time

import whisper
from carbon.util import TaggedSeries

POLL_SECONDS = 0.05


def read(path, start):
    (first, _, step), values = whisper.fetch(path, start)
    return [[repr(first + i * step), repr(v)] for i, v in enumerate(values) if v is not None]


def main():
    directory, metric, start, count, timeout = sys.argv[1:]
    relative = TaggedSeries.encode(metric, os.sep, hash_only=True) if ";" in metric else metric.replace(".", os.sep)
    path = os.path.join(directory, relative + ".wsp")
    deadline = time.monotonic() + float(timeout)
    points = []
    while True:
        try:
            points = read(path, int(start))
        except (FileNotFoundError, whisper.WhisperException):
            pass
        if len(points) >= int(count) or time.monotonic() > deadline:
            break
        time.sleep(POLL_SECONDS)
    json.dump({"points": points}, sys.stdout)


main()
