// A receiver in its own process that reads and counts, because a benchmark must not share its thread with the receiver.
// With an argument it reads at most that many bytes per 10 ms, like an overloaded server.
import { createServer } from 'node:net';

const bytesPerTick = Number(process.argv[2] ?? Number.POSITIVE_INFINITY);
const server = createServer({ allowHalfOpen: true }, (socket) => {
  socket.on('end', () => socket.end());
  socket.on('error', () => socket.destroy());
  if (bytesPerTick === Number.POSITIVE_INFINITY) {
    socket.resume();
    return;
  }
  const timer = setInterval(
    () => socket.read(Math.min(bytesPerTick, socket.readableLength)) ?? socket.read(),
    10,
  );
  socket.once('close', () => clearInterval(timer));
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
process.once('disconnect', () => process.exit());
