import type { CheckedFile, CheckFinding, CheckProblem } from '../domain/check-result.gen.ts';
import { SegurError } from '../domain/segur-error.ts';
import type { Bundle } from '../formats/bundle/bundle.ts';
import type { Kit } from '../formats/schematron/open-kit.ts';
import { outcomeOf, unjudgedFile } from './checked-file.ts';
import { documentKinds, recogniseDocument, type DocumentKind } from './document-kind.ts';
import { judgeByChecks, type DocumentInput, type ReadyCheck } from './judge-by-checks.ts';
import { judgeByKit } from './judge-by-kit.ts';
import { bundleOf, hashOf, openDocuments, type OpenedDocuments } from './open-documents.ts';
import { problemOf } from './problem-of.ts';

/** What every file of a run is judged by. */
export interface Judge {
  /** Checks made for a kind, in order of id; loaded when the first document of that kind is met. */
  readonly checksFor: (kind: DocumentKind) => Promise<readonly ReadyCheck[]>;
  readonly kit?: Kit;
  /** `--as`. */
  readonly as?: DocumentKind;
  /** Day after which a document is of the future, `YYYY-MM-DD`. */
  readonly day?: string;
}

export interface FileToJudge {
  /** As shown to the user. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** True when the user named it; a file met in a folder that is no document is ignored, and told. */
  readonly named: boolean;
}

/**
 * Judges one file and every document that it carries. Never throws for what the file holds: a file that cannot be
 * read is `unusable`; a failure of ours is `broken`, without verdict.
 */
export async function judgeFile(judge: Judge, { file, bytes, named }: FileToJudge): Promise<CheckedFile> {
  const sha256 = hashOf(bytes);
  const seen = recogniseDocument(bytes);
  const kind = judge.as ?? (seen.kind === 'document' ? seen.as : undefined);
  const unread = named || looksLikeDocument(file) ? 'unusable' : 'ignored';
  if (bytes.length === 0) {
    const says = { fr: 'fichier vide', en: 'empty file' };
    return unjudgedFile(file, unread, { problem: { code: 'EMPTY_FILE', says }, sha256 });
  }
  if (kind === undefined) {
    return unjudgedFile(file, unread, {
      kind: seen.as,
      recognised: seen.reason,
      sha256,
      problem: {
        code: 'NOT_RECOGNISED',
        says: {
          fr: `aucun document reconnu : ${seen.reason.fr}`,
          en: `no known document: ${seen.reason.en}`,
        },
        hint: {
          fr: `Forcez la sorte avec --as : ${Object.keys(documentKinds).join(', ')}.`,
          en: `Force the kind with --as: ${Object.keys(documentKinds).join(', ')}.`,
        },
      },
    });
  }
  const recognised =
    judge.as === undefined ? seen.reason : { fr: `imposé par --as ${kind}`, en: `forced by --as ${kind}` };
  const about = { kind, recognised, sha256 };
  try {
    const whole: DocumentInput = { bytes, sha256, kind, forced: judge.as !== undefined, label: '' };
    const problem = opens(whole) ? undefined : await problemOfReading(whole, file);
    if (problem !== undefined) return unjudgedFile(file, 'unusable', { ...about, problem });
    const judged = await judgeAll(judge, await openDocuments(whole, file));
    return { file, ...about, outcome: outcomeOf(judged), ...judged };
  } catch (error) {
    if (error instanceof SegurError && error.exitCode === 3) {
      return unjudgedFile(file, 'unusable', { ...about, problem: problemOf(error) });
    }
    const text = error instanceof Error ? error.message : String(error);
    return unjudgedFile(file, 'broken', {
      ...about,
      problem: { code: error instanceof SegurError ? error.code : 'BROKEN', says: { fr: text, en: text } },
    });
  }
}

/** True for a name that announces a document: one that cannot be read is an error even in a folder. */
export function looksLikeDocument(file: string): boolean {
  return /\.(?:xml|zip|er7|hl7|eml|pdf|jwt|saml)$/i.test(file);
}

type Judged = Pick<CheckedFile, 'checks' | 'findings' | 'ruleSets'>;

async function judgeAll(judge: Judge, { documents, notes }: OpenedDocuments): Promise<Judged> {
  const exercised = new Set<string>();
  const met = new Set<string>();
  const needContext = new Set<string>();
  const findings: CheckFinding[] = [];
  const ruleSets: CheckedFile['ruleSets'] = [];
  for (const document of documents) {
    const played = judgeByChecks(await judge.checksFor(document.kind), {
      ...document,
      ...(judge.day === undefined ? {} : { day: judge.day }),
    });
    for (const id of played.exercised) exercised.add(id);
    for (const id of played.unexercised) met.add(id);
    for (const id of played.needContext) needContext.add(id);
    findings.push(...played.findings);
    const bundle = bundleOf(document);
    findings.push(...unreadableParts(bundle, document.label));
    if (judge.kit === undefined) continue;
    for (const cda of bundle.cdas) {
      const label = [document.label, cda.label].filter((part) => part !== '').join('!');
      const byKit = await judgeByKit(judge.kit, { ...cda, label });
      findings.push(...byKit.findings);
      ruleSets.push(...byKit.ruleSets);
    }
  }
  return {
    checks: {
      exercised: [...exercised].sort(),
      unexercised: [...met].filter((id) => !exercised.has(id)).sort(),
      needContext: [...needContext].sort(),
    },
    findings: [...findings, ...notes],
    ruleSets,
  };
}

/** True when the bundle shows that the file itself was read: no reader has to open it again. */
function opens(document: DocumentInput): boolean {
  const { cdas, submissions, vihfs, unreadable } = bundleOf(document);
  return cdas.length + submissions.length + vihfs.length > 0 && unreadable.every(({ label }) => label !== '');
}

/** Asked for what few files are: its readers are loaded for them alone. */
async function problemOfReading(
  { bytes, kind }: DocumentInput,
  file: string,
): Promise<CheckProblem | undefined> {
  const { readingProblem } = await import('./reading-problem.ts');
  return readingProblem(bytes, kind, file);
}

/** A part that announces a document and cannot be read is the sender's fault, not an unusable file. */
function unreadableParts(bundle: Bundle, outer: string): readonly CheckFinding[] {
  return bundle.unreadable.map(({ label, message }) => {
    const document = [outer, label].filter((part) => part !== '').join('!');
    return {
      rule: 'check/readable',
      code: 'part-unreadable',
      severity: 'error' as const,
      says: {
        fr: `Ce document ne peut pas être lu : ${message}.`,
        en: `This document cannot be read: ${message}.`,
      },
      fix: { fr: 'Joindre un XML bien formé, sans DOCTYPE.', en: 'Attach well-formed XML, without DOCTYPE.' },
      ...(document === '' ? {} : { document }),
      clauses: [{ source: 'XML 1.0', section: '2.1', trust: 'V' as const }],
    };
  });
}
