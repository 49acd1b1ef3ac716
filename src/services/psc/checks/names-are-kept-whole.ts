import type { Check } from '../../../domain/check.ts';
import type { BearerRequestView } from '../preuves/views.ts';
import { found, isConnected, ofKind, sessionProbes, textOf } from './shared/exchanges.ts';
import { project } from './shared/norms.ts';

/** Accents, apostrophes and long names are kept as they are. */
export const check: Check = {
  title: {
    fr: 'Accents, apostrophes et longs noms sont gardés tels quels',
    en: 'Accents, apostrophes and long names are kept as they are',
  },
  assertions: ['PSC-UI-09'],
  clauses: [project('PSC-UI-09')],
  reads: ['psc/userinfo-request', 'pilote/probe'],

  findings: {
    'name-altered': {
      says: {
        fr: 'Le nom transmis est « {expected} », le logiciel garde « {actual} ».',
        en: 'The name sent is "{expected}", the software holds "{actual}".',
      },
      fix: {
        fr: 'Lisez userinfo en UTF-8 et ne tronquez pas.',
        en: 'Read userinfo as UTF-8 and do not truncate.',
      },
    },
    'organisation-altered': {
      says: {
        fr: 'La raison sociale transmise est « {expected} », le logiciel garde « {actual} ».',
        en: 'The organisation sent is "{expected}", the software holds "{actual}".',
      },
      fix: {
        fr: 'Lisez userinfo en UTF-8 ; prévoyez plus de 80 caractères pour la raison sociale.',
        en: 'Read userinfo as UTF-8; allow more than 80 characters for the organisation.',
      },
    },
  },
  judge({ preuves }) {
    const sent = ofKind<BearerRequestView>(preuves, 'psc/userinfo-request').at(-1)?.view.responseJson;
    const probe = sessionProbes(preuves).filter(isConnected).at(-1);
    if (probe === undefined) return { examined: 0, findings: [] };
    const compared = (
      [
        ['name-altered', 'nom', textOf(sent, 'family_name')],
        ['organisation-altered', 'raisonSociale', textOf(sent, 'SubjectOrganization')],
      ] as const
    ).flatMap(([code, member, expected]) => {
      const actual = textOf(probe.view.output, member);
      return expected === undefined || expected === '' || actual === undefined
        ? []
        : [{ code, member, expected, actual }];
    });
    return {
      examined: compared.length,
      findings: compared
        .filter(({ expected, actual }) => comparable(expected) !== comparable(actual))
        .map(({ code, member, expected, actual }) =>
          found(code, probe, { path: `output.${member}`, expected, actual }),
        ),
    };
  },
};

function comparable(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('fr').trim();
}
