"""Asks a carbon-cache or a go-carbon for the points it holds: names as a JSON list on stdin, {name: [[timestamp, value], ...]} out.

Values are written as text, because JSON has no infinity; repr() of a double reads back to the same double.
"""
import json
import pickle
import socket
import struct
import sys


def read_exactly(connection, count):
    chunks = []
    while count > 0:
        chunk = connection.recv(min(count, 1 << 20))
        if not chunk:
            raise EOFError("the server closed the connection before its answer was complete")
        chunks.append(chunk)
        count -= len(chunk)
    return b"".join(chunks)


def ask(connection, request):
    message = pickle.dumps(request, protocol=2)
    connection.sendall(struct.pack("!L", len(message)) + message)


def read_answer(connection):
    (length,) = struct.unpack("!L", read_exactly(connection, 4))
    answer = pickle.loads(read_exactly(connection, length))
    if "error" in answer:
        raise RuntimeError(answer["error"])
    return answer


def query_bulk(connection, names):
    ask(connection, {"type": "cache-query-bulk", "metrics": names})
    return read_answer(connection)["datapointsByMetric"]


def query_single(connection, names):
    for name in names:
        ask(connection, {"type": "cache-query", "metric": name})
    return {name: list(keep_last(read_answer(connection)["datapoints"]).items()) for name in names}


def keep_last(points):
    """Of several points of one time the last, as carbon-cache and whisper keep it. go-carbon's times are signed."""
    return {time % 2**32: value for time, value in points}


# Few enough that neither side waits for the other to read; a bulk query has one answer.
QUERIES = {"bulk": (query_bulk, 5000), "single": (query_single, 200)}


def main():
    host, port = sys.argv[1], int(sys.argv[2])
    query, count = QUERIES[sys.argv[3]]
    names = json.loads(sys.stdin.buffer.read().decode("utf-8"))
    found = {}
    with socket.create_connection((host, port), timeout=30) as connection:
        for start in range(0, len(names), count):
            answer = query(connection, names[start : start + count])
            for name, points in answer.items():
                found[name] = [[repr(timestamp), repr(value)] for timestamp, value in sorted(points)]
    json.dump(found, sys.stdout)


main()
