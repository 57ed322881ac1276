// A receiver in its own process, for faults that are signals. Usage: node serve.ts PORT 'BEHAVIOUR AS JSON'
import { type Behaviour, startServer } from '../support/faulty-server.ts';

const [port = '0', behaviour = '{}'] = process.argv.slice(2);
const server = await startServer(JSON.parse(behaviour) as Behaviour, { port: Number(port) });
console.log(`port ${server.port}`);
void server.waitForBytes(1).then(() => console.log('receiving'));
process.once('SIGTERM', () => {
  process.stdout.write(`${JSON.stringify(server.lines())}\n`, () => process.exit());
});
