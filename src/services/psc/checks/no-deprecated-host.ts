import type { Check } from '../../../domain/check.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';

/** No abandoned address of Pro Santé Connect. */
export const check: Check = {
  title: {
    fr: 'Aucune adresse abandonnée de Pro Santé Connect',
    en: 'No abandoned address of Pro Santé Connect',
  },
  assertions: ['PSC-AR-15'],
  clauses: [{ source: 'LemonLDAP::NG, documentation Pro Santé Connect', trust: '2' }],
  reads: ['psc/authorization-request', 'file/submitted'],

  findings: {
    'deprecated-host': {
      says: {
        fr: 'L’hôte abandonné {actual} figure dans la configuration ou dans une demande.',
        en: 'The abandoned host {actual} is in the configuration or in a request.',
      },
      fix: {
        fr: 'Remplacez *.bas.esw.esante.gouv.fr par *.bas.psc.esante.gouv.fr.',
        en: 'Replace *.bas.esw.esante.gouv.fr with *.bas.psc.esante.gouv.fr.',
      },
    },
  },
  judge({ preuves, bytes }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request').map(
      (request) => ({
        preuve: request,
        text: [request.view.origin, ...request.view.query.flat(), ...request.view.headers.flat()].join(' '),
      }),
    );
    const files = preuves
      .filter(({ kind, raw }) => kind === 'file/submitted' && raw['file'] !== undefined)
      .map((preuve) => ({
        preuve,
        text: preuve.raw['file'] === undefined ? '' : Buffer.from(bytes(preuve.raw['file'])).toString('utf8'),
      }));
    const places = [...requests, ...files];
    return {
      examined: places.length,
      findings: places.flatMap(({ preuve, text }) => {
        const host = /[\w-]+\.bas\.esw\.esante\.gouv\.fr/i.exec(text)?.[0];
        return host === undefined ? [] : [found('deprecated-host', preuve, { actual: host })];
      }),
    };
  },
};
