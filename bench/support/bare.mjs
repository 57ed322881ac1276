// Ten lines that do only what one confirmed metric needs.
import { connect } from 'node:net';

const socket = connect({ host: '127.0.0.1', port: Number(process.argv[2]), allowHalfOpen: true });
socket.on('end', () => socket.destroy());
socket.on('error', (error) => {
  throw error;
});
socket.resume();
socket.end(`ci.org.repo.build.duration 42 ${Math.floor(Date.now() / 1000)}\n`);
