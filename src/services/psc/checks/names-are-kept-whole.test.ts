import { check } from './names-are-kept-whole.ts';
import { exchange, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const sent = exchange('userinfo-request', {
  responseJson: { family_name: 'D’HÉRÉSIE-LEÇON', SubjectOrganization: 'HÔPITAL DE L’ÎLE' },
});

provesPsc(check, {
  ok: [
    {
      name: 'intact',
      preuves: [sent, probe({ connecte: true, nom: 'D’HÉRÉSIE-LEÇON', raisonSociale: 'HÔPITAL DE L’ÎLE' })],
    },
    {
      name: 'another letter case, decomposed',
      preuves: [sent, probe({ connecte: true, nom: 'd’Hérésie-Leçon'.normalize('NFD') })],
    },
  ],
  ko: {
    'name-altered': [
      { name: 'accents dropped', preuves: [sent, probe({ connecte: true, nom: 'D’HERESIE-LECON' })] },
    ],
    'organisation-altered': [
      {
        name: 'read as Latin-1',
        preuves: [sent, probe({ connecte: true, raisonSociale: 'HÃ”PITAL DE L’ÃŽLE' })],
      },
      { name: 'cut', preuves: [sent, probe({ connecte: true, raisonSociale: 'HÔPITAL' })] },
    ],
  },
  unseen: [
    { name: 'nothing told', preuves: [sent, probe({ connecte: true })] },
    { name: 'not logged in', preuves: [sent, probe({ connecte: false, nom: 'X' })] },
  ],
});
