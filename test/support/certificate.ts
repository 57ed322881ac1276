import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';

/** What is signed: the subject's name and key, and the uses of the key. */
export interface CertificateOptions {
  readonly subject: string;
  readonly publicKey: KeyObject;
  /** The name and the key of the signer. */
  readonly issuer: string;
  readonly issuerKey: KeyObject;
  /** `IP:127.0.0.1` or `DNS:carbon.test`; an authority has none. */
  readonly name?: string;
  /** How long it is valid. A negative number of days has passed. */
  readonly days: number;
}

/** A new key pair of the curve P-256. */
export function createKeyPair(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** Makes an X.509 certificate (RFC 5280) as PEM, because Node reads certificates and makes none. */
export function createX509(options: CertificateOptions): string {
  const { subject, publicKey, issuer, issuerKey, name, days } = options;
  const start = days < 0 ? Date.now() + 2 * days * DAY_MS : Date.now() - HOUR_MS;
  const isAuthority = name === undefined;
  const extension = isAuthority
    ? [BASIC_CONSTRAINTS, octetString(sequence(Buffer.from([0x01, 0x01, 0xff])))]
    : [SUBJECT_ALT_NAME, octetString(sequence(toGeneralName(name)))];
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    toName(issuer),
    sequence(toTime(start), toTime(Date.now() + days * DAY_MS)),
    toName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(...extension))),
  );
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', signed, issuerKey)]));
  const lines =
    sequence(signed, ECDSA_WITH_SHA256, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const ECDSA_WITH_SHA256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const BASIC_CONSTRAINTS = Buffer.from('0603551d13', 'hex');
const SUBJECT_ALT_NAME = Buffer.from('0603551d11', 'hex');

/** One value of ASN.1's DER: a tag, the length, the content. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function octetString(content: Buffer): Buffer {
  return der(0x04, content);
}

function toName(commonName: string): Buffer {
  return sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(commonName)))));
}

function toGeneralName(name: string): Buffer {
  const [kind, value = ''] = name.split(/:(.*)/);
  if (kind === 'DNS') return der(0x82, Buffer.from(value));
  if (kind === 'IP' && isIPv4(value)) return der(0x87, Buffer.from(value.split('.').map(Number)));
  throw new Error(`a certificate is made for IP:127.0.0.1 or DNS:carbon.test, not for ${name}`);
}

function toTime(atMs: number): Buffer {
  const digits = new Date(atMs).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return der(0x17, Buffer.from(digits.slice(2)));
}
