// Ten lines that do what one confirmed metric needs, and nothing else: bare.mjs, and the kernel's table asked on Linux.
import { openSync, readSync } from 'node:fs';
import { connect } from 'node:net';

const socket = connect({ host: '127.0.0.1', port: Number(process.argv[2]), allowHalfOpen: true });
const hex = (port) => port.toString(16).toUpperCase().padStart(4, '0');
let row;
socket.on('connect', () => {
  row = new RegExp(`: \\w+:${hex(socket.localPort)} \\w+:${hex(socket.remotePort)} 06 00000000:`);
});
socket.on('end', () => socket.destroy());
socket.on('error', (error) => {
  throw error;
});
socket.on('close', () => {
  if (process.platform !== 'linux') return;
  const table = openSync('/proc/net/tcp', 'r');
  const buffer = Buffer.alloc(65_536);
  let text = '';
  for (let length = -1; length !== 0 && !row.test(text); ) {
    length = readSync(table, buffer, 0, buffer.length, null);
    text += buffer.toString('latin1', 0, length);
  }
  if (!row.test(text)) throw new Error('not confirmed');
});
socket.resume();
socket.end(`ci.org.repo.build.duration 42 ${Math.floor(Date.now() / 1000)}\n`);
