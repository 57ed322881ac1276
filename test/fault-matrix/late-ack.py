# Sends an acknowledgement with an old sequence number, as the network does that delays one of a closed connection.
# Usage: late-ack.py SOURCE_PORT TARGET_PORT
import socket
import struct
import sys

ports = [int(port) for port in sys.argv[1:3]]
host = socket.inet_aton("127.0.0.1")
ACK = 0x10
WORDS = 5


def segment(checksum):
    return struct.pack("!HHIIBBHHH", *ports, 1, 1, WORDS << 4, ACK, 512, checksum, 0)


def checksum_of(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


pseudo_header = struct.pack("!4s4sBBH", host, host, 0, socket.IPPROTO_TCP, 4 * WORDS)
with socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_TCP) as raw:
    raw.sendto(segment(checksum_of(pseudo_header + segment(0))), ("127.0.0.1", 0))
