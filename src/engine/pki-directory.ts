import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyPair, Pki } from '../domain/service.ts';
import { InputError } from '../domain/segur-error.ts';
import { generateAuthorities, pkiFrom, readAuthority, type Authorities } from './pki.ts';

const parts = { server: 'ca', client: 'client-ca' } as const;

/**
 * The Pki of a directory, made on first use and kept: a software that trusts it today trusts it tomorrow. Without
 * directory, an authority of this run only. Throws InputError when the directory is incomplete, broken or expired.
 */
export async function openPki(directory?: string): Promise<Pki> {
  if (directory === undefined) return pkiFrom(await generateAuthorities());
  const files = Object.values(parts).flatMap((name) => [`${name}.pem`, `${name}.key`]);
  const present = files.filter((name) => existsSync(join(directory, name)));
  if (present.length === 0) return pkiFrom(await createIn(directory));
  const missing = files.filter((name) => !present.includes(name));
  if (missing.length > 0) {
    throw new InputError('PKI_INCOMPLETE', `missing in the test authority: ${missing.join(', ')}`, {
      at: { file: directory },
      hint: `Restore the file, or delete ${directory}: a new authority is then made, to be trusted again.`,
    });
  }
  return pkiFrom({
    server: await readPart(directory, parts.server),
    client: await readPart(directory, parts.client),
  });
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
