import type {
  AttestationView,
  BlobRef,
  FaultDeliveredView,
  HttpExchangeView,
  PiloteView,
  Preuve,
  StepEndView,
} from '../domain/preuve.ts';
import type { ReportPreuve } from '../domain/report.gen.ts';
import { maskSecrets } from './mask-secrets.ts';

const excerptBytes = 4000;

/** What a report shows of a preuve: one line, the beginning of its bytes with tokens masked, hashes, TLS facts. */
export function preuveSummary(preuve: Preuve, bytes: (ref: BlobRef) => Uint8Array): ReportPreuve {
  const request = excerpt(preuve.raw['request'], bytes);
  const response = excerpt(preuve.raw['response'], bytes);
  return {
    id: preuve.id,
    kind: preuve.kind,
    ...(preuve.scenario === undefined ? {} : { scenario: preuve.scenario }),
    ...(preuve.step === undefined ? {} : { step: preuve.step }),
    at: preuve.at,
    summary: maskSecrets(oneLine(preuve)),
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response }),
    blobs: Object.fromEntries(Object.entries(preuve.raw).map(([name, ref]) => [name, ref.sha256])),
    ...(preuve.tls === undefined ? {} : { tls: tlsLine(preuve) }),
  };
}

function excerpt(ref: BlobRef | undefined, bytes: (ref: BlobRef) => Uint8Array): string | undefined {
  if (ref === undefined || ref.size === 0) return undefined;
  const text = Buffer.from(bytes(ref)).toString('utf8');
  const masked = maskSecrets(text);
  return masked.length > excerptBytes ? `${masked.slice(0, excerptBytes)}…` : masked;
}

function oneLine(preuve: Preuve): string {
  if (preuve.kind === 'pilote/action' || preuve.kind === 'pilote/probe') {
    const view = preuve.view as PiloteView;
    return `${view.action} → ${view.answer} ${JSON.stringify(view.output).slice(0, 300)}`;
  }
  if (preuve.kind === 'step/end') {
    const view = preuve.view as StepEndView;
    return view.reason === undefined ? view.outcome : `${view.outcome}: ${view.reason}`;
  }
  if (preuve.kind === 'fault/delivered') return (preuve.view as FaultDeliveredView).fault;
  if (preuve.kind === 'attestation/declared') {
    const view = preuve.view as AttestationView;
    return `${view.preuve} ${view.valeur} (${view.par}, ${view.le})`;
  }
  const view = preuve.view as Partial<HttpExchangeView> & { readonly name?: string };
  if (view.method !== undefined)
    return `${view.method} ${view.path ?? ''} → ${view.aborted ?? String(view.status ?? '')}`;
  return view.name ?? preuve.kind;
}

function tlsLine({ tls }: Preuve): string {
  const certificate = tls?.clientCertificate;
  return `${tls?.version ?? ''} ${tls?.cipher ?? ''}${certificate === undefined ? '' : `, ${certificate.subject}`}`;
}
