import { X509Certificate, createPrivateKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyPair, Pki } from '../domain/service.ts';
import { InputError } from '../domain/segur-error.ts';
import { generateAuthorities, pkiFrom, readAuthority, type Authorities } from './pki.ts';

const day = 86_400_000;
const parts = { server: 'ca', client: 'client-ca' } as const;

/**
 * The Pki of a directory, made on first use and kept: a software that trusts it today trusts it tomorrow, and a client
 * certificate installed once stays the one that is given. Without directory, an authority of this run only. Throws
 * InputError when the directory is incomplete, broken or expired.
 */
export async function openPki(directory?: string): Promise<Pki> {
  if (directory === undefined) return pkiFrom(await generateAuthorities());
  const files = Object.values(parts).flatMap((name) => [`${name}.pem`, `${name}.key`]);
  const present = files.filter((name) => existsSync(join(directory, name)));
  if (present.length === 0) return keeping(directory, pkiFrom(await createIn(directory)));
  const missing = files.filter((name) => !present.includes(name));
  if (missing.length > 0) {
    throw new InputError('PKI_INCOMPLETE', `missing in the test authority: ${missing.join(', ')}`, {
      at: { file: directory },
      hint: `Restore the file, or delete ${directory}: a new authority is then made, to be trusted again.`,
    });
  }
  return keeping(
    directory,
    pkiFrom({
      server: await readPart(directory, parts.server),
      client: await readPart(directory, parts.client),
    }),
  );
}

/** The same Pki, whose lasting client certificates and cards are files of the directory, one pair per subject. */
function keeping(directory: string, pki: Pki): Pki {
  const kept = async (wanted: Kept, issue: () => Promise<KeyPair>): Promise<KeyPair> => {
    const found = readClient(wanted, pki.clientCaPem);
    if (found !== undefined) return found;
    const pair = await issue();
    mkdirSync(join(directory, 'clients'), { recursive: true });
    writeFileSync(`${wanted.path}.key`, pair.keyPem, { mode: 0o600 });
    writeFileSync(`${wanted.path}.pem`, pair.certPem);
    return pair;
  };
  return {
    ...pki,
    client: async (options) => {
      if (options.notAfter !== undefined) return pki.client(options);
      const subject = [`CN=${options.commonName}`, `OU=${options.organizationalUnit}`];
      return kept({ path: clientPath(directory, options), subject }, () => pki.client(options));
    },
    card: async (options) => {
      if (options.notAfter !== undefined) return pki.card(options);
      const path = cardPath(directory, options.identifiantNational);
      return kept({ path, subject: [`CN=${options.identifiantNational}`] }, () => pki.card(options));
    },
  };
}

/** Where a directory keeps the client certificate of a subject: this path with `.pem`, its key with `.key`. */
export function clientPath(
  directory: string,
  { commonName, organizationalUnit }: { readonly commonName: string; readonly organizationalUnit: string },
): string {
  const subject = `${commonName}-${organizationalUnit}`.replace(/[^\w.-]/gu, '_');
  return join(directory, 'clients', subject);
}

/** Where a directory keeps the test card of a professional: this path with `.pem`, its key with `.key`. */
export function cardPath(directory: string, identifiantNational: string): string {
  return join(directory, 'clients', `carte-${identifiantNational.replace(/[^\w.-]/gu, '_')}`);
}

interface Kept {
  readonly path: string;
  /** Parts that its subject must have. */
  readonly subject: readonly string[];
}

/** The pair kept at a path; nothing when it is not one of this subject and authority, or ends within a day. */
function readClient({ path, subject }: Kept, authorityPem: string): KeyPair | undefined {
  if (!existsSync(`${path}.pem`) || !existsSync(`${path}.key`)) return undefined;
  const pair = { certPem: readFileSync(`${path}.pem`, 'utf8'), keyPem: readFileSync(`${path}.key`, 'utf8') };
  try {
    const certificate = new X509Certificate(pair.certPem);
    const fits =
      certificate.verify(new X509Certificate(authorityPem).publicKey) &&
      certificate.checkPrivateKey(createPrivateKey(pair.keyPem)) &&
      subject.every((part) => certificate.subject.split('\n').includes(part)) &&
      Date.parse(certificate.validTo) > Date.now() + day;
    return fits ? pair : undefined;
  } catch {
    // Damaged material of our own making is made again: nothing else depends on this one pair.
    return undefined;
  }
}

async function createIn(directory: string): Promise<Authorities> {
  const authorities = await generateAuthorities();
  mkdirSync(directory, { recursive: true });
  for (const [role, name] of Object.entries(parts) as ['server' | 'client', string][]) {
    const pair: KeyPair = authorities[role].pem;
    writeFileSync(join(directory, `${name}.key`), pair.keyPem, { mode: 0o600 });
    writeFileSync(join(directory, `${name}.pem`), pair.certPem);
  }
  return authorities;
}

async function readPart(directory: string, name: string): Promise<Authorities['server']> {
  const file = join(directory, `${name}.pem`);
  const hint = `Delete ${directory}: a new authority is then made, to be trusted again.`;
  let authority: Authorities['server'];
  try {
    authority = await readAuthority({
      certPem: readFileSync(file, 'utf8'),
      keyPem: readFileSync(join(directory, `${name}.key`), 'utf8'),
    });
  } catch (cause) {
    throw new InputError('PKI_BROKEN', 'not a test authority', { cause, at: { file }, hint });
  }
  if (authority.certificate.notAfter.getTime() > Date.now()) return authority;
  throw new InputError('PKI_EXPIRED', 'the test authority has expired', { at: { file }, hint });
}
