import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import {
  bench,
  closeBenches,
  closeSimulators,
  deck,
  fault,
  role,
  type Bench,
} from '../builders/demo-bench.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { authorizationRequestDefauts } from '../../src/demo/defauts/authorization-request.ts';
import { codeAndIdentityDefauts } from '../../src/demo/defauts/code-and-identity.ts';
import { conductOf } from '../../src/demo/defauts/find-defauts.ts';
import { sessionAndCibaDefauts } from '../../src/demo/defauts/session-and-ciba.ts';

afterEach(closeBenches);
afterAll(closeSimulators);

/** Plays something and tells whether the mistake was seen; each must be false of the honest demo. */
type Evidence = (bench: Bench) => Promise<boolean>;

interface View {
  readonly [name: string]: unknown;
  readonly query: readonly (readonly [string, string])[];
  readonly form?: readonly (readonly [string, string])[];
  readonly headers: readonly (readonly [string, string])[];
}

function views({ memory }: Bench, kind: string): readonly View[] {
  return memory.preuves.filter((preuve) => preuve.kind === kind).map((preuve) => preuve.view as View);
}

const last = (b: Bench, kind: string): View => views(b, kind).at(-1) ?? { query: [], headers: [] };
const query = (b: Bench, kind = 'psc/authorization-request'): URLSearchParams =>
  new URLSearchParams(last(b, kind).query.map(([name, value]): [string, string] => [name, value]));
const form = (b: Bench, kind: string): URLSearchParams =>
  new URLSearchParams((last(b, kind).form ?? []).map(([name, value]): [string, string] => [name, value]));

/** After one login, a fact of the authorization request. */
const asked =
  (fact: (parameters: URLSearchParams, b: Bench) => boolean): Evidence =>
  async (b) => {
    await b.login();
    return fact(query(b), b);
  };

/** After two logins, a parameter that stayed the same. */
const repeated =
  (name: string): Evidence =>
  async (b) => {
    await b.login();
    const first = query(b).get(name);
    await b.login('b');
    return first !== null && first === query(b).get(name);
  };

/** After one login, a fact of the last exchange of a kind. */
const seen =
  (kind: string, fact: (view: View, b: Bench) => boolean): Evidence =>
  async (b) => {
    await b.login();
    return fact(last(b, kind), b);
  };

const under =
  (name: string, evidence: Evidence): Evidence =>
  async (b) => {
    b.armory.arm([await fault(`psc/${name}`)]);
    return evidence(b);
  };

const prepared =
  (state: JsonObject, evidence: Evidence): Evidence =>
  (b) => {
    b.psc.prepare({ identifiantNational: role('medecin'), ...state });
    return evidence(b);
  };

const ciba = (b: Bench, identifiantNational = role('medecin')): Promise<Record<string, unknown>> =>
  b.act('psc.connecter', { mode: 'ciba', session: 'a', identifiantNational, canal: 'MOBILE' });

const cibaAsked =
  (fact: (parameters: URLSearchParams, b: Bench) => boolean): Evidence =>
  async (b) => {
    b.psc.prepare({ identifiantNational: role('medecin'), ciba: { interval: 0.1 } });
    await ciba(b);
    return fact(form(b, 'psc/ciba-request'), b);
  };

const useToken = (b: Bench, api = false): Promise<Record<string, unknown>> =>
  b.act('psc.utiliser-jeton', { session: 'a', api });

const loggedOut =
  (fact: (view: View, b: Bench) => boolean): Evidence =>
  async (b) => {
    await b.login();
    await b.act('psc.deconnecter', { session: 'a' });
    return fact(last(b, 'psc/end-session-request'), b);
  };

const stillIn: Evidence = async (b) => {
  await b.login();
  await b.act('psc.deconnecter', { session: 'a' });
  return (await b.state())['connecte'] === true;
};

const statusOf = (output: Record<string, unknown>): unknown =>
  (output['page'] as { readonly status?: number } | undefined)?.status;

const refreshes = (b: Bench): number => views(b, 'psc/refresh-request').length;
const polls = (b: Bench): number => views(b, 'psc/ciba-poll').length;

const edc = new Set([
  'certificat-absent',
  'secret-et-certificat',
  'echange-sans-scope',
  'echange-jeton-perime',
  'api-sans-certificat',
  'proxy-reconnecte',
  'proxy-send-500',
  'proxy-traces-incompletes',
]);

/** Whether something comes true before the deadline: a loaded machine is slow, never wrong. */
async function soon(holds: () => boolean, deadlineMs: number): Promise<boolean> {
  for (const end = performance.now() + deadlineMs; performance.now() < end && !holds();) await wait(50);
  return holds();
}

const evidences: Readonly<Record<string, Evidence>> = {
  'response-type-hybride': asked((p) => p.get('response_type') !== 'code'),
  'scope-sans-openid': asked((p) => !(p.get('scope') ?? '').split(' ').includes('openid')),
  'scope-sans-scope-all': asked((p) => !(p.get('scope') ?? '').split(' ').includes('scope_all')),
  'scope-superflu': asked((p) => (p.get('scope') ?? '').includes('offline_access')),
  'acr-absent': asked((p) => !p.has('acr_values') && !p.has('acr')),
  'acr-eidas2': asked((p) => p.get('acr_values') === 'eidas2'),
  'acr-majuscules': asked((p) => p.get('acr_values') === 'EIDAS1'),
  'acr-au-lieu-de-acr-values': asked((p) => !p.has('acr_values') && p.get('acr') === 'eidas1'),
  'state-absent': asked((p) => !p.has('state')),
  'state-constant': repeated('state'),
  'state-horodate': asked((p) => /^\d{13}$/.test(p.get('state') ?? '')),
  'state-derive-du-nonce': asked((p) => (p.get('nonce') ?? '').includes(p.get('state') ?? '?')),
  'nonce-absent': asked((p) => !p.has('nonce')),
  'nonce-constant': repeated('nonce'),
  'nonce-egal-state': asked((p) => p.get('nonce') === p.get('state')),
  'pkce-absent': asked((p) => !p.has('code_challenge')),
  'pkce-plain': asked((p) => p.get('code_challenge_method') === 'plain'),
  'pkce-verifieur-court': async (b) => {
    await b.login();
    return (form(b, 'psc/token-request').get('code_verifier') ?? '').length < 43;
  },
  'pkce-verifieur-faux': seen('psc/token-request', (v) => v['pkce'] === 'mismatch'),
  'pkce-verifieur-absent': seen('psc/token-request', (v) => v['pkce'] === 'verifier-missing'),
  'redirect-barre-oblique': asked((p) => (p.get('redirect_uri') ?? '').endsWith('/')),
  'redirect-fragment': asked((p) => (p.get('redirect_uri') ?? '').includes('#')),
  'secret-dans-autorisation': asked((p) => p.has('client_secret')),
  'parametre-double': asked((p) => p.getAll('scope').length > 1),
  'parametre-vide': asked((p) => [...p.values()].includes('')),
  'hote-autorisation-derive': async (b) => {
    await b.login();
    return views(b, 'psc/unknown-request').length > 0;
  },
  'decouverte-standard': async (b) => {
    await b.login();
    return views(b, 'psc/unknown-request').length > 0;
  },
  'decouverte-en-boucle': under('discovery-503', async (b) => {
    await b.login();
    return views(b, 'psc/discovery-request').length > 3;
  }),
  'jeton-en-get': async (b) => {
    await b.login();
    return b.memory.preuves.some(
      (preuve) =>
        (preuve.view as View)['method'] === 'GET' && String((preuve.view as View)['path']).endsWith('/token'),
    );
  },
  'redirect-uri-different': seen('psc/token-request', (v) => v['redirectUriMatches'] === false),
  'code-rejoue': async (b) => {
    await b.login();
    const { location } = last(b, 'psc/authorization-response');
    await b.navigator.open('a', String(location), AbortSignal.timeout(5000));
    return views(b, 'psc/token-request').length > 1;
  },
  'secret-en-double': seen('psc/token-request', (v) => (v['authMethods'] as string[]).length > 1),
  'secret-en-requete': seen('psc/token-request', (v) =>
    (v['authMethods'] as string[]).includes('secret-in-query'),
  ),
  'certificat-absent': async (b) => {
    await b.login();
    const request = b.memory.preuves.findLast(({ kind }) => kind === 'psc/token-request');
    return request?.tls?.clientCertificate === undefined;
  },
  'secret-et-certificat': seen('psc/token-request', (v) =>
    (v['authMethods'] as string[]).includes('client_secret_post'),
  ),
  'erreur-ignoree': under('callback-access-denied', async (b) => {
    await b.login();
    return views(b, 'psc/token-request').length > 0;
  }),
  'acr-manquant-non-trace': under('id-token-missing-acr', async (b) => {
    await b.login();
    return !JSON.stringify(await b.act('banc.exporter-journaux')).includes('acr');
  }),
  'jeton-en-query': seen('psc/userinfo-request', (v) => (v['tokenIn'] as string[]).includes('query')),
  'secret-en-entete': seen('psc/userinfo-request', (v) =>
    v.headers.some(([name]) => name === 'client_secret'),
  ),
  'compte-sur-sub': async (b) => {
    await b.login();
    const { compte } = await b.state();
    b.psc.prepare({ identifiantNational: role('medecin'), moyen: 'ECPS' });
    await b.login('b');
    return (await b.state('b'))['compte'] !== compte;
  },
  'compte-jamais-rapproche': async (b) => {
    const local = await b.act('psc.connecter-autre-moyen', {
      session: 'b',
      identifiantNational: role('medecin'),
    });
    await b.login();
    return (await b.state())['compte'] !== local['compte'];
  },
  'plante-sans-ref-pro': prepared(
    { variantes: ['sans-subject-ref-pro'] },
    async (b) => statusOf(await b.login()) === 500,
  ),
  'exercice-zero': prepared({ identifiantNational: role('medecin-multi') }, async (b) => {
    await b.login();
    return (await b.state())['structure'] !== undefined;
  }),
  'droits-sans-exercice': prepared({ identifiantNational: role('sans-exercice') }, async (b) => {
    await b.login();
    return (await b.state())['droits'] === 'complets';
  }),
  'accents-perdus': prepared({ identifiantNational: role('accents') }, async (b) => {
    await b.login();
    return (await b.state())['raisonSociale'] !== deck.structures[3]?.raisonSociale;
  }),
  'jamais-de-refresh': prepared({ jetons: { acces: 1 } }, async (b) => {
    await b.login();
    await useToken(b);
    return refreshes(b) === 0 && views(b, 'psc/authorization-request').length > 1;
  }),
  'refresh-identite-non-verifiee': prepared({ jetons: { acces: 1 } }, async (b) => {
    await b.login();
    b.armory.arm([await fault('psc/refresh-wrong-sub')]);
    await useToken(b);
    return views(b, 'psc/authorization-request').length === 1 && (await b.state())['connecte'] === true;
  }),
  'boucle-de-refresh': prepared({ jetons: { acces: 1 } }, async (b) => {
    await b.login();
    b.armory.arm([await fault('psc/refresh-invalid-grant')]);
    await useToken(b);
    return refreshes(b) > 3;
  }),
  'refresh-permanent': async (b) => {
    await b.login();
    return soon(() => refreshes(b) > 1, 6000);
  },
  'deconnexion-locale-seule': loggedOut((_v, b) => views(b, 'psc/end-session-request').length === 0),
  'deconnexion-sans-hint': loggedOut((v) => v['idTokenHint'] === 'absent'),
  'deconnexion-sans-retour': loggedOut((v) => v['postLogoutRedirectUri'] === undefined),
  'deconnexion-exige-state': async (b) => {
    await b.login();
    b.armory.arm([await fault('psc/logout-state-missing')]);
    return statusOf(await b.act('psc.deconnecter', { session: 'a' })) === 500;
  },
  'session-locale-persistante': stillIn,
  'ancien-cookie-accepte': stillIn,
  'inactivite-deconnecte-psc': async (b) => {
    await b.login();
    await b.act('banc.laisser-inactif', { session: 'a' });
    return views(b, 'psc/end-session-request').length > 0;
  },
  'ciba-deux-indices': cibaAsked((p) => p.has('login_hint_token')),
  'ciba-hint-email': cibaAsked((p) => (p.get('login_hint') ?? '').includes('@')),
  'ciba-acr-absent': cibaAsked((p) => !p.has('acr_values')),
  'ciba-sans-scope-all': cibaAsked((p) => p.get('scope') === 'openid'),
  'ciba-code-constant': prepared({ ciba: { interval: 0.1 } }, async (b) => {
    const codes = new Set<string | null>();
    for (let n = 0; n < 4; n += 1) {
      await ciba(b);
      codes.add(form(b, 'psc/ciba-request').get('binding_message'));
    }
    return codes.size === 1;
  }),
  'ciba-code-non-numerique': cibaAsked((p) => !/^\d\d$/.test(p.get('binding_message') ?? '')),
  'ciba-code-non-affiche': prepared(
    { ciba: { interval: 0.1 } },
    async (b) => (await ciba(b))['codeAffiche'] === undefined,
  ),
  'ciba-canal-minuscule': cibaAsked((p) => p.get('channel') === 'mobile'),
  'ciba-canal-absent': cibaAsked((p) => !p.has('channel')),
  'ciba-sondage-rapide': prepared({ ciba: { delai: 2 } }, async (b) => {
    await ciba(b);
    return views(b, 'psc/ciba-poll').some((v) => {
      const gap = (v['ciba'] as { readonly sincePrevious?: number } | undefined)?.sincePrevious;
      return gap !== undefined && gap < 900;
    });
  }),
  'ciba-ignore-slow-down': prepared({ ciba: { delai: 3 } }, async (b) => {
    b.armory.arm([await fault('psc/ciba-slow-down')]);
    const pending = ciba(b);
    await wait(4500);
    await b.act('psc.annuler', { session: 'a' });
    await pending;
    return polls(b) > 2;
  }),
  'ciba-continue-apres-refus': prepared({ ciba: { issue: 'refus' } }, async (b) => {
    await ciba(b);
    const errors = views(b, 'psc/ciba-poll').map((v) => v['error']);
    return errors.indexOf('access_denied') < errors.length - 1;
  }),
  'ciba-sonde-sans-identifiant': under('ciba-missing-auth-req-id', async (b) => {
    await ciba(b);
    return polls(b) > 0;
  }),
  'ciba-annulation-ignoree': prepared({ ciba: { issue: 'jamais', expiration: 6 } }, async (b) => {
    const pending = ciba(b);
    await wait(1500);
    await b.act('psc.annuler', { session: 'a' });
    await wait(100);
    const then = polls(b);
    await wait(2300);
    const after = polls(b);
    await b.psc.operate('repondre-ciba', { decision: 'refus' }).catch(() => undefined);
    await pending;
    return after > then;
  }),
  'ciba-message-revelateur': async (b) =>
    String((await ciba(b, '899799999999'))['message']).includes('inconnu'),
  'echange-sans-scope': async (b) => {
    await b.login();
    await useToken(b, true);
    return !form(b, 'psc/token-exchange-request').has('scope');
  },
  'echange-jeton-perime': prepared({ jetons: { acces: 1 } }, async (b) => {
    await b.login();
    await wait(1200);
    await useToken(b, true);
    return last(b, 'psc/token-exchange-request')['subjectTokenState'] === 'expired';
  }),
  'api-sans-certificat': async (b) => {
    await b.login();
    await useToken(b, true);
    return last(b, 'psc/api-request')['binding'] === 'no-certificate';
  },
  'proxy-reconnecte': async (b) => {
    const identifiantNational = role('medecin');
    await b.psc.operate('proxy-connect', { identifiantNational });
    await b.psc.operate('proxy-connect', { identifiantNational });
    return views(b, 'psc/ciba-request').length > 1;
  },
  'proxy-send-500': async (b) => (await b.psc.operate('proxy-send', {}))['status'] === 500,
  'proxy-traces-incompletes': async (b) => {
    await b.psc.operate('proxy-connect', { identifiantNational: role('medecin') });
    const traces = await b.psc.operate('proxy-traces', { debut: '2020-01-01T00:00:00Z' });
    return !JSON.stringify(traces).includes('"dn"');
  },
  'journaux-en-clair': async (b) => {
    await b.login();
    return JSON.stringify(await b.act('banc.exporter-journaux')).includes('eyJ');
  },
  'traces-absentes': async (b) => {
    await b.login();
    return ((await b.act('banc.exporter-journaux'))['traces'] as unknown[]).length === 0;
  },
};

/** Those whose only effect is to accept or refuse a fault: see demo.test.ts. */
const byFault = [
  'emetteur-non-compare',
  'state-non-verifie',
  'iss-retour-ignore',
  'iss-prefixe',
  'sans-verification-aud',
  'aud-absent-accepte',
  'sans-verification-exp',
  'nonce-non-verifie',
  'claims-non-exiges',
  'iat-non-verifie',
  'sans-verification-signature',
  'alg-quelconque',
  'jwks-fige',
  'at-hash-non-verifie',
  'acr-non-verifie',
  'azp-non-verifie',
  'aud-tableau-refuse',
  'userinfo-sub-non-verifie',
  'identite-userinfo-non-verifiee',
];

describe('défauts', () => {
  it('are all shown to misbehave, here or in demo.test.ts', () => {
    const ofPsc = { ...authorizationRequestDefauts, ...codeAndIdentityDefauts, ...sessionAndCibaDefauts };
    expect([...Object.keys(evidences), ...byFault].sort()).toEqual(Object.keys(ofPsc).sort());
  });

  it('are refused when unknown, by name', () => {
    expect(() => conductOf(['acr-abscent'])).toThrow(/defaut "acr-abscent"/);
  });

  it.each(Object.entries(evidences))('%s is seen, and not of the honest demo', async (id, evidence) => {
    const regime = edc.has(id) ? 'edc' : 'communaute';
    expect(await evidence(await bench([id], regime))).toBe(true);
    await closeBenches();
    expect(await evidence(await bench([], regime))).toBe(false);
  });
});
