import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { RunEnd } from '../domain/sealed-run.ts';
import type { SealFile } from '../domain/seal.gen.ts';
import { InputError } from '../domain/segur-error.ts';
import { merkleLeaf, merkleRoot } from './merkle.ts';
import { storeVersion } from './store-version.ts';

export interface SealFacts {
  readonly run: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly end: RunEnd;
  readonly preuves: number;
  readonly blobs: number;
}

/** The three JSON files and the lines, as leaf hashes. */
export interface SealedContent {
  readonly files: readonly [run: Uint8Array, plan: Uint8Array, deck: Uint8Array];
  readonly lines: readonly Buffer[];
}

/** Root over the facts of the seal itself, the files, then the lines: none can change alone. */
export function sealRoot(facts: SealFacts, content: SealedContent): Buffer {
  const { run, startedAt, endedAt, end, preuves, blobs } = facts;
  const header = Buffer.from(JSON.stringify([run, startedAt, endedAt, end, preuves, blobs]));
  return merkleRoot([merkleLeaf(header), ...content.files.map(merkleLeaf), ...content.lines]);
}

/** Builds the seal; with a private key, the root is signed. */
export function buildSeal(facts: SealFacts, content: SealedContent, key: KeyObject | undefined): SealFile {
  const { run, startedAt, endedAt, end, preuves, blobs } = facts;
  const root = sealRoot(facts, content);
  return {
    format: 'segur-seal',
    version: storeVersion,
    run,
    startedAt,
    endedAt,
    end,
    preuves,
    blobs,
    root: root.toString('hex'),
    ...(key === undefined
      ? {}
      : {
          signature: {
            algorithm: 'Ed25519',
            publicKeyPem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
            value: sign(null, root, key).toString('base64'),
          },
        }),
  };
}

/** Reads the PEM of an Ed25519 private key; throws InputError for any other. */
export function readSigningKey(pem: string, file: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new InputError('SIGNING_KEY', 'not a private key in PEM', { cause, at: { file }, hint: makeOne });
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new InputError(
    'SIGNING_KEY',
    `an Ed25519 key is needed, found ${key.asymmetricKeyType ?? 'another'}`,
    {
      at: { file },
      hint: makeOne,
    },
  );
}

const makeOne = 'Make one with: openssl genpkey -algorithm ed25519 -out cle.pem';
