import { hash, type KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deck } from '../domain/deck.ts';
import type { Plan } from '../domain/plan.ts';
import type { BlobRef, Preuve, PreuveDraft } from '../domain/preuve.ts';
import type { RunFile } from '../domain/run.gen.ts';
import type { RunEnd } from '../domain/sealed-run.ts';
import { BenchError, InputError } from '../domain/segur-error.ts';
import { BlobPack, packName } from './blob-pack.ts';
import { leafPrefix } from './merkle.ts';
import { Redaction } from './redaction.ts';
import { buildSeal } from './seal-store.ts';
import { storeVersion } from './store-version.ts';
import { appendWhole, type GrowingFile } from './write-whole.ts';

export interface StoreOptions {
  /** Created when absent; must hold no other run. */
  readonly directory: string;
  readonly runId: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly benchVersion: string;
  readonly pilote: string;
  readonly plan: Plan;
  readonly deck: Deck;
  /** Ed25519, signs the seal. */
  readonly signingKey?: KeyObject;
  /** Real time, ISO 8601, for the end of the run. */
  readonly now?: () => string;
}

type PlacedDraft<V> = PreuveDraft<V> & {
  readonly at: number;
  readonly scenario?: string;
  readonly step?: string;
};

/**
 * A run's store, open for writing. Each preuve is in the hands of the system before `append` returns, blobs first:
 * a crash loses nothing that was seen, at worst the half of a last line.
 */
export class PreuveStore {
  readonly runId: string;
  readonly directory: string;
  readonly #options: StoreOptions;
  readonly #redaction = new Redaction();
  readonly #blobs: BlobPack;
  /** Leaf hashes, a character a byte: a long run has many, and a Buffer weighs six times what it holds. */
  readonly #lines: string[] = [];
  readonly #index: GrowingFile;
  readonly #plan: string;
  readonly #deck: string;
  #run: RunFile;
  #sealed = false;

  /** Throws InputError when the directory already holds a run. */
  constructor(options: StoreOptions) {
    this.#options = options;
    this.runId = options.runId;
    this.directory = options.directory;
    mkdirSync(options.directory, { recursive: true });
    if (existsSync(join(options.directory, 'preuves.ndjson'))) {
      throw new InputError('STORE_EXISTS', 'this directory already holds the preuves of a run', {
        at: { file: options.directory },
        hint: 'Choose another output directory: a run is never written over.',
      });
    }
    this.#run = {
      format: 'segur-run',
      version: storeVersion,
      id: options.runId,
      startedAt: options.startedAt,
      bench: { version: options.benchVersion },
      pilote: options.pilote,
      endpoints: {},
    };
    this.#plan = jsonFile(options.plan);
    this.#deck = jsonFile(options.deck);
    this.#writeWhole('plan.json', this.#plan);
    this.#writeWhole('deck.json', this.#deck);
    this.#writeWhole('run.json', jsonFile(this.#run));
    this.#blobs = new BlobPack(join(options.directory, packName));
    this.#index = { descriptor: openSync(join(options.directory, 'preuves.ndjson'), 'ax'), length: 0 };
  }

  /** Declares a value that no view and no blob may hold from now on. */
  secret(label: string, value: string): void {
    this.#redaction.secret(label, value);
  }

  /** Keeps the addresses the simulators got. */
  endpoints(endpoints: Readonly<Record<string, string>>): void {
    this.#refuseWhenSealed();
    this.#run = { ...this.#run, endpoints: { ...endpoints } };
    this.#writeWhole('run.json', jsonFile(this.#run));
  }

  /** Writes one preuve; what it returns is what the store holds, redacted. Throws BenchError once sealed or when the disk refuses. */
  append<V>(draft: PlacedDraft<V>): Preuve<V> {
    this.#refuseWhenSealed();
    try {
      const raw: Record<string, BlobRef> = {};
      for (const [role, bytes] of Object.entries(draft.raw ?? {})) {
        raw[role] = this.#blobs.keep(this.#redaction.bytes(bytes));
      }
      this.#blobs.flush();
      const preuve: Preuve<V> = {
        id: `p-${String(this.#lines.length + 1).padStart(6, '0')}`,
        kind: draft.kind,
        ...(draft.scenario === undefined ? {} : { scenario: draft.scenario }),
        ...(draft.step === undefined ? {} : { step: draft.step }),
        at: draft.at,
        view: draft.view,
        raw,
        ...(draft.tls === undefined ? {} : { tls: draft.tls }),
        ...(draft.connection === undefined ? {} : { connection: draft.connection }),
      };
      const text = JSON.stringify(preuve);
      const redacted = this.#redaction.json(text);
      this.#write(redacted);
      this.#blobs.settle();
      return redacted === text ? preuve : (JSON.parse(redacted) as Preuve<V>);
    } catch (cause) {
      this.#blobs.takeBack();
      throw new BenchError('STORE_WRITE', 'a preuve could not be written', {
        cause,
        at: { file: this.directory },
        hint: 'Check the free space and the rights of the output directory, then run again.',
      });
    }
  }

  /** Writes the seal; nothing can be appended any more. */
  seal(end: RunEnd): { readonly root: string; readonly preuves: number } {
    this.#refuseWhenSealed();
    this.#sealed = true;
    this.#blobs.close();
    fsyncSync(this.#index.descriptor);
    closeSync(this.#index.descriptor);
    const facts = {
      run: this.runId,
      startedAt: this.#options.startedAt,
      endedAt: (this.#options.now ?? isoNow)(),
      end,
      preuves: this.#lines.length,
      blobs: this.#blobs.size,
    };
    const files = [
      Buffer.from(jsonFile(this.#run)),
      Buffer.from(this.#plan),
      Buffer.from(this.#deck),
    ] as const;
    const lines = this.#lines.map((leaf) => Buffer.from(leaf, 'latin1'));
    const seal = buildSeal(facts, { files, lines }, this.#options.signingKey);
    this.#writeWhole('seal.json', jsonFile(seal));
    return { root: seal.root, preuves: seal.preuves };
  }

  /** The prefix of a leaf, the line and its end in one buffer: hashed and written from the same bytes. */
  #write(text: string): void {
    const length = Buffer.byteLength(text);
    const bytes = Buffer.allocUnsafe(1 + length + 1);
    bytes[0] = leafPrefix;
    bytes.write(text, 1, 'utf8');
    bytes[1 + length] = lineFeed;
    appendWhole(this.#index, bytes.subarray(1));
    this.#lines.push(hash('sha256', bytes.subarray(0, 1 + length), 'binary'));
  }

  #writeWhole(name: string, text: string): void {
    const target = join(this.directory, name);
    writeFileSync(`${target}.new`, text);
    renameSync(`${target}.new`, target);
  }

  #refuseWhenSealed(): void {
    if (!this.#sealed) return;
    throw new BenchError('STORE_SEALED', 'the store is sealed: nothing can be added', {
      at: { file: this.directory },
      hint: 'A simulator went on after the end of the run; report it.',
    });
  }
}

const lineFeed = 0x0a;

function jsonFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function isoNow(): string {
  return new Date().toISOString();
}
