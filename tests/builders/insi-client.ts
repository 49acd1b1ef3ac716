import { Agent, request } from 'undici';
import type { Patient } from '../../src/domain/deck.ts';
import type { RunningService } from '../../src/domain/service.ts';
import type { InsiCallView } from '../../src/services/insi/preuves/views.ts';
import { startInsiBench, type InsiBench } from './insi-bench.ts';

/** What a call came to: the answer, and what the simulator recorded of it. */
export interface InsiCalled {
  readonly status: number;
  readonly text: string;
  readonly view: InsiCallView;
  readonly kind: string;
}

/** A client of the simulator, with an organisation certificate. */
export interface InsiClientBench extends InsiBench {
  readonly agent: Agent;
  patient(role?: string): Patient;
  call(body: string, options?: { readonly type?: string; readonly to?: RunningService }): Promise<InsiCalled>;
  close(): Promise<void>;
}

/** Starts the simulator and a client that trusts it. */
export async function startInsiClient(): Promise<InsiClientBench> {
  const bench = await startInsiBench();
  const { certPem: cert, keyPem: key } = await bench.pki.client({
    commonName: 'INSI-AUTO',
    organizationalUnit: 'R10100000000001',
  });
  const agent = new Agent({ connect: { ca: bench.pki.caPem, cert, key } });
  return {
    ...bench,
    agent,
    patient: (role = 'nominal') => {
      const found = bench.deck.patients.find((one) => one.role === role);
      if (found === undefined) throw new Error(`no patient ${role}`);
      return found;
    },
    call: async (body, { type = 'application/soap+xml; charset=utf-8', to = bench.running } = {}) => {
      const response = await request(to.endpoints['url'] ?? '', {
        method: 'POST',
        dispatcher: agent,
        headers: { 'content-type': type },
        body,
      });
      const text = await response.body.text();
      const preuve = bench.preuves.filter((one) => one.kind.startsWith('insi/')).at(-1);
      return {
        status: response.statusCode,
        text,
        view: preuve?.view as InsiCallView,
        kind: preuve?.kind ?? '',
      };
    },
    close: async () => {
      await agent.destroy();
      await bench.running.close();
    },
  };
}

/** Who a search by traits is about. */
export interface SearchedTraits {
  readonly nomNaissance: string;
  readonly prenoms: readonly string[];
  readonly sexe: string;
  readonly dateNaissance: string;
}

interface TraitsChange {
  readonly prenom?: string;
  readonly nom?: string;
  readonly lieu?: string;
  /** Written in the header, before the others. */
  readonly assertion?: string;
}

/** SOAP of a search by traits. */
export function traitsBody(who: SearchedTraits, change: TraitsChange = {}): string {
  const place = change.lieu === undefined ? '' : `<r:LieuNaissance>${change.lieu}</r:LieuNaissance>`;
  return (
    `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>${change.assertion ?? ''}` +
    `<a:MessageID xmlns:a="http://www.w3.org/2005/08/addressing">uuid:1</a:MessageID>` +
    `<b:ContexteBAM xmlns:b="urn:siram:bam:ctxbam" Version="01_02"><b:Id>1</b:Id><b:COUVERTURE/></b:ContexteBAM>` +
    `</s:Header><s:Body><r:RECSANSVITALE xmlns:r="http://www.cnamts.fr/INSiRecSans">` +
    `<r:NomNaissance>${change.nom ?? who.nomNaissance}</r:NomNaissance><r:Prenom>${change.prenom ?? who.prenoms[0] ?? ''}</r:Prenom>` +
    `<r:Sexe>${who.sexe}</r:Sexe><r:DateNaissance>${who.dateNaissance}</r:DateNaissance>${place}</r:RECSANSVITALE></s:Body></s:Envelope>`
  );
}
