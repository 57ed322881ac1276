import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';

/** What is wrong with a PEM text, and its cure. */
export class PemFault extends Error {
  readonly rule: string;
  readonly cure: string;

  constructor({ rule, cure }: { readonly rule: string; readonly cure: string }) {
    super(rule);
    this.rule = rule;
    this.cure = cure;
  }
}

/** The kinds of DER files by their first bytes, in hexadecimal, after the outermost tag and its length. */
const DER_KINDS: ReadonlyArray<readonly [start: RegExp, kind: string, command: string]> = [
  [/^020103/, 'a PKCS #12 file (.p12, .pfx)', 'openssl pkcs12 -in FILE -nodes -out FILE.pem'],
  [/^0201/, 'a key in DER', 'openssl pkey -inform der -in FILE -out FILE.pem'],
  [
    /^06092a864886f70d0107/,
    'a PKCS #7 file (.p7b)',
    'openssl pkcs7 -inform der -in FILE -print_certs -out FILE.pem',
  ],
  [/^30/, 'a certificate in DER', 'openssl x509 -inform der -in FILE -out FILE.pem'],
];
/** The tag of a sequence and its length, in one to four bytes. */
const DER_HEAD = /^30(?:[0-7][0-9a-f]|81..|82....|83......)/;

/** What bytes in DER, which is not PEM, contain, and how to convert them; undefined for other bytes. */
export function findDerFault(
  bytes: Uint8Array,
): { readonly rule: string; readonly cure: string } | undefined {
  if (Buffer.from(bytes).includes('-----BEGIN ')) return undefined;
  const hex = Buffer.from(bytes.subarray(0, 32)).toString('hex');
  const [head] = DER_HEAD.exec(hex) ?? [];
  if (head === undefined) return undefined;
  const [, kind, command] = DER_KINDS.find(([start]) => start.test(hex.slice(head.length))) ?? [];
  return kind === undefined ? undefined : { rule: `it is ${kind}, not PEM`, cure: `Convert it: ${command}` };
}

/** One block of a PEM text. */
interface Block {
  readonly label: string;
  readonly text: string;
}

/** `RSA PRIVATE KEY`, `ENCRYPTED PRIVATE KEY`, and so on. OpenSSH's own format is no key for TLS. */
const KEY_LABEL = /^(?!OPENSSH\b).*\bPRIVATE KEY$/;

/** Text between blocks is ignored: `openssl pkcs12` writes attributes there. */
function listBlocks(pem: string): Block[] {
  const blocks = pem.matchAll(/-----BEGIN ([^-]+)-----[\s\S]*?-----END \1-----/g);
  return [...blocks].map(([text, label = '']) => ({ label, text }));
}

/** The certificates of a PEM text. Keys and other content are ignored. @throws */
export function pickCertificates(pem: string): string[] {
  const blocks = listBlocks(pem);
  const certificates = blocks.filter(({ label }) => label.endsWith('CERTIFICATE')).map(({ text }) => text);
  // The TLS library ignores what it does not understand, and would then trust no certificate.
  for (const text of certificates) new X509Certificate(text);
  if (certificates.length > 0) return certificates;
  const [other] = blocks;
  if (other === undefined) throw new Error('no certificate');
  throw new PemFault({
    rule: `it holds no certificate, but: ${other.label.slice(0, 40)}`,
    cure: 'Give the PEM of a certificate, or the path of such a file.',
  });
}

/** The key of a PEM text, and the chain that starts with the certificate of that key, as TLS requires. @throws */
export function pickPair(chain: readonly string[], pem: string): { cert: string; key: string } {
  const block = listBlocks(pem).find(({ label }) => KEY_LABEL.test(label));
  if (block === undefined) throw describeMissingKey(pem);
  if (isLocked(block)) {
    throw new PemFault({
      rule: 'the key is locked with a passphrase',
      cure: 'Unlock it first (openssl pkey -in locked.key -out open.key), and keep it as a secret.',
    });
  }
  const key = createPrivateKey(block.text);
  const own = chain.find((text) => new X509Certificate(text).checkPrivateKey(key));
  if (own === undefined) throw describeUnrelated(new X509Certificate(chain[0] ?? ''), key);
  const pair = { cert: [own, ...chain.filter((text) => text !== own)].join('\n'), key: block.text };
  createSecureContext(pair);
  return pair;
}

/** PKCS #8 says so in its label, OpenSSL's older format in its first line. */
function isLocked({ label, text }: Block): boolean {
  return label.startsWith('ENCRYPTED') || /^Proc-Type:.*ENCRYPTED/m.test(text);
}

function describeMissingKey(pem: string): Error {
  const [block] = listBlocks(pem);
  if (block === undefined) return new Error('no private key');
  const isOpenSsh = block.label.startsWith('OPENSSH');
  return new PemFault({
    rule: `it holds no private key, but: ${block.label.slice(0, 40)}`,
    cure: isOpenSsh
      ? 'TLS cannot use an OpenSSH key. Give the key that the certificate was made with.'
      : 'Give the PEM of the private key, or the path of such a file.',
  });
}

function describeUnrelated(certificate: X509Certificate, key: KeyObject): PemFault {
  const [wanted, given] = [certificate.publicKey.asymmetricKeyType, key.asymmetricKeyType];
  const kinds = wanted === given ? '' : ` (${given}; the certificate has ${wanted})`;
  return new PemFault({
    rule: `it is not the key of the certificate in tls-cert${kinds}`,
    cure: 'Give the key that the certificate was made with.',
  });
}
