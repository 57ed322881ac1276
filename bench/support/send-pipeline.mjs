// Sends the bytes of FILE to PORT with Node's pipeline, in one process. Prints its peak memory in MiB.
import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { pipeline } from 'node:stream/promises';

const [port, file] = process.argv.slice(2);
const socket = connect({ host: '127.0.0.1', port: Number(port), allowHalfOpen: true });
const ended = new Promise((resolve) => socket.once('end', resolve));
socket.resume();
await pipeline(createReadStream(file), socket, { end: true });
await ended;
console.log(process.resourceUsage().maxRSS / 1024);
