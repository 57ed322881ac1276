import { expect, it } from 'vitest';
import { formatWithFlags, nameFlag } from '../../src/cli/print-result.ts';
import { InputError, SendError } from '../../src/model/errors.ts';

it.each([
  ['tls-ca', '--tls-ca'],
  ['sizes, "a b"', '--size, "a b"'],
  ['tags, "x"', '--tag, "x"'],
  ['file a.txt, line 3', '--file a.txt, line 3'],
  ['server: 2004 is by default another port.', '--server: 2004 is by default another port.'],
  ['--data m.json, "a"', '--data m.json, "a"'],
  ['metrics', 'metrics'],
  ['servers', 'servers'],
  ['tls-cab', 'tls-cab'],
  ['constructor', 'constructor'],
  ['It uses TLS: turn tls on.', 'It uses TLS: turn --tls on.'],
  ['Turn tls off, or give the port.', 'Turn --tls off, or give the port.'],
  ['as do a TLS port (turn tls on) and a proxy', 'as do a TLS port (turn --tls on) and a proxy'],
  ['Check the port, or leave tls out.', 'Check the port, or leave --tls out.'],
  ['Check the port and tls.', 'Check the port and --tls.'],
  ['a tls server', 'a tls server'],
  ['', ''],
])('%j is %j', (at, flag) => {
  expect(nameFlag(at)).toBe(flag);
});

it('an error names every flag, and keeps its count and its consequence', () => {
  const faults = [
    { location: 'port', rule: 'it is a number', value: 'x' },
    { location: 'retries', rule: 'it is a number', value: 'port' },
  ];
  const details = { count: 7, consequence: 'Everything else was sent.' };
  expect(formatWithFlags(new InputError(faults, details))).toBe(
    'The input has 7 faults. Everything else was sent.\n- --port: it is a number, got "x".\n- --retries: it is a number, got "port".\n- … and 5 more',
  );
  expect(formatWithFlags(new SendError('port: closed', { retryable: true, code: 'CLOSED_EARLY' }))).toBe(
    'port: closed',
  );
});
