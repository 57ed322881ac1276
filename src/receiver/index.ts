export { type BadLine, MAX_LINE_BYTES, parseLine, type ReceivedLine } from './parse-line.ts';
export {
  type Receiver,
  type ReceiverConnection,
  type ReceiverOptions,
  startReceiver,
} from './receiver.ts';
export type { ReceiverCounts } from './tally.ts';
