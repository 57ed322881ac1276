"""Asks a carbon-cache for the points it holds: names as a JSON list on stdin, {name: [[timestamp, value], ...]} out.

Values are written as text, because JSON has no infinity; repr() of a double reads back to the same double.
"""
import json
import pickle
import socket
import struct
import sys

NAMES_PER_REQUEST = 5000


def read_exactly(connection, count):
    chunks = []
    while count > 0:
        chunk = connection.recv(min(count, 1 << 20))
        if not chunk:
            raise EOFError("carbon-cache closed the connection before its answer was complete")
        chunks.append(chunk)
        count -= len(chunk)
    return b"".join(chunks)


def query(connection, names):
    request = pickle.dumps({"type": "cache-query-bulk", "metrics": names}, protocol=2)
    connection.sendall(struct.pack("!L", len(request)) + request)
    (length,) = struct.unpack("!L", read_exactly(connection, 4))
    answer = pickle.loads(read_exactly(connection, length))
    if "error" in answer:
        raise RuntimeError(answer["error"])
    return answer["datapointsByMetric"]


def main():
    host, port = sys.argv[1], int(sys.argv[2])
    names = json.loads(sys.stdin.buffer.read().decode("utf-8"))
    found = {}
    with socket.create_connection((host, port), timeout=30) as connection:
        for start in range(0, len(names), NAMES_PER_REQUEST):
            answer = query(connection, names[start : start + NAMES_PER_REQUEST])
            for name, points in answer.items():
                found[name] = [[repr(timestamp), repr(value)] for timestamp, value in sorted(points)]
    json.dump(found, sys.stdout)


main()
