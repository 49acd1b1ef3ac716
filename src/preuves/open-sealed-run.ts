import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blobPath } from '../domain/blob-path.ts';
import type { Deck } from '../domain/deck.ts';
import type { Plan } from '../domain/plan.ts';
import type { SealFile } from '../domain/seal.gen.ts';
import type { SealedRun } from '../domain/sealed-run.ts';
import { InputError } from '../domain/segur-error.ts';
import { packName } from './blob-pack.ts';
import { readBlob } from './read-blob-pack.ts';
import { parse, readStore, type StoreContent } from './read-store.ts';
import { sealRoot } from './seal-store.ts';
import { storeSchemas } from './store-schemas.ts';

export interface OpenOptions {
  /** PEM of the Ed25519 public key that must have signed the seal. */
  readonly publicKeyPem?: string;
}

/** Whether the store was left without its seal: the bench or the machine stopped before the end. */
export function isTruncatedStore(directory: string): boolean {
  return existsSync(join(directory, 'preuves.ndjson')) && !existsSync(join(directory, 'seal.json'));
}

/**
 * Opens a sealed store after verifying every line, every blob, the Merkle root and, where there is one, the
 * signature. Throws InputError naming the file and the rule broken; a store without seal is refused too
 * (`isTruncatedStore`, `recoverStore`).
 */
export function openSealedRun(directory: string, options: OpenOptions = {}): SealedRun {
  if (isTruncatedStore(directory)) {
    throw new InputError('STORE_TRUNCATED', 'this run has no seal: it stopped before its end', {
      at: { file: directory },
      hint: 'Run again, or seal what was seen as a crashed run before judging it.',
    });
  }
  const schemas = storeSchemas();
  const file = join(directory, 'seal.json');
  const content = readStore(directory, schemas);
  const seal = schemas.seal(parse(readFileSync(file), file), { file });
  verifyCounts(seal, content, file);
  verifyPackEnd(content, join(directory, packName));
  verifyRoot(seal, content, file);
  const signer = verifySignature(seal, options.publicKeyPem, file);
  return {
    id: seal.run,
    startedAt: seal.startedAt,
    endedAt: seal.endedAt,
    end: seal.end,
    bench: content.run.bench,
    pilote: content.run.pilote,
    plan: parse(content.files[1], join(directory, 'plan.json')) as Plan,
    deck: parse(content.files[2], join(directory, 'deck.json')) as Deck,
    endpoints: content.run.endpoints,
    preuves: content.preuves,
    root: seal.root,
    ...(signer === undefined ? {} : { signer }),
    bytes: (ref) => readBlob(directory, content.pack, ref),
  };
}

function verifyPackEnd({ pack, named }: StoreContent, file: string): void {
  const unnamed = [...pack.blobs.keys()].find((sha256) => !named.has(sha256));
  if (unnamed !== undefined) {
    throw new InputError('STORE_BLOB_UNNAMED', 'no line names this blob', {
      at: { file, path: blobPath(unnamed) },
      hint: 'A blob was added after the run: take the original store.',
    });
  }
  if (pack.end === 'sealed') return;
  throw new InputError(
    'STORE_PACK_END',
    `after ${String(pack.blobs.size)} blobs, the pack does not end as sealed`,
    {
      at: { file },
      hint: 'The pack was cut, changed or added to after the run: take the original store.',
      details: { offset: pack.wholeBytes },
    },
  );
}

function verifyCounts(seal: SealFile, content: StoreContent, file: string): void {
  const counted = { preuves: content.preuves.length, blobs: content.named.size };
  if (counted.preuves === seal.preuves && counted.blobs === seal.blobs && !content.halfLine) return;
  throw new InputError(
    'SEAL_COUNT',
    `the seal counts ${seal.preuves} preuves and ${seal.blobs} blobs, the store holds ${counted.preuves} and ${counted.blobs}${content.halfLine ? ', and half a line' : ''}`,
    { at: { file }, hint: 'Lines were added or removed after the run: take the original store.' },
  );
}

function verifyRoot(seal: SealFile, content: StoreContent, file: string): void {
  const actual = sealRoot(seal, content).toString('hex');
  if (actual === seal.root && content.run.id === seal.run && content.run.startedAt === seal.startedAt) return;
  throw new InputError('SEAL_ROOT', 'the Merkle root does not match the content', {
    at: { file },
    hint: 'A line, run.json, plan.json, deck.json or the seal was changed after the run: take the original store.',
    details: { sealed: seal.root, actual },
  });
}

/** SHA-256 of the key that signed, base64 of its SPKI; nothing for an unsigned seal. */
function verifySignature(seal: SealFile, expectedPem: string | undefined, file: string): string | undefined {
  const { signature } = seal;
  if (signature === undefined) {
    if (expectedPem === undefined) return undefined;
    throw new InputError('SEAL_UNSIGNED', 'a signature was asked for, the seal has none', {
      at: { file },
      hint: 'Ask for the store as signed by its author, or verify without --key.',
    });
  }
  const key = publicKey(signature.publicKeyPem, file);
  if (!verify(null, Buffer.from(seal.root, 'hex'), key, Buffer.from(signature.value, 'base64'))) {
    throw new InputError('SEAL_SIGNATURE', 'the signature does not match the root', {
      at: { file },
      hint: 'The seal was changed after it was signed: take the original store.',
    });
  }
  if (expectedPem !== undefined && !key.equals(publicKey(expectedPem, 'the key given'))) {
    throw new InputError('SEAL_SIGNER', 'the seal was signed with another key', {
      at: { file },
      hint: 'Check the key given, or where this store comes from.',
    });
  }
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

function publicKey(pem: string, file: string): ReturnType<typeof createPublicKey> {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (cause) {
    throw new InputError('SEAL_KEY', 'not a public key in PEM', { cause, at: { file }, hint: keyHint });
  }
  throw new InputError('SEAL_KEY', 'an Ed25519 public key is needed', { at: { file }, hint: keyHint });
}

const keyHint = 'Write it with: openssl pkey -in cle.pem -pubout';
