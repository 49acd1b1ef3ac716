import type { Identity } from './identity.ts';
import { drawDatamatrix, insDatamatrixText } from './ins-datamatrix.ts';
import type { InsConduct } from './ins-conduct.ts';
import { writePdf } from './write-pdf.ts';

const niaOid = '1.2.250.1.213.1.4.9';

/** Prints a document of an identity: its traits in clear, and its INS and datamatrix once it is qualified. */
export function printIdentity(identity: Identity, conduct: InsConduct): Buffer {
  const { traits, ins } = identity;
  const qualified = identity.statut === 'qualifiee' && ins !== undefined;
  const inClear = qualified || (ins !== undefined && conduct.printsUnqualifiedIns === true);
  const symbol =
    (qualified && conduct.printsNoDatamatrix !== true) ||
    (ins !== undefined && !qualified && conduct.printsUnqualifiedDatamatrix === true);
  const nature = ins?.oid === niaOid ? 'NIA' : 'NIR';
  const [year = '', month = '', day = ''] = (traits['dateNaissance'] ?? '').split('-');
  const lines = [
    'COMPTE RENDU DE CONSULTATION',
    '',
    `Nom de naissance : ${traits['nomNaissance'] ?? ''}`,
    `1er prénom de naissance : ${traits['premierPrenom'] ?? ''}`,
    `Date de naissance : ${day}/${month}/${year}`,
    `Sexe : ${traits['sexe'] ?? ''}`,
    ...(inClear
      ? [`Matricule INS : ${ins.matricule}${conduct.printsNoNature === true ? '' : ` ${nature}`}`]
      : []),
    `Prénoms de naissance : ${traits['prenoms'] ?? ''}`,
    `Lieu de naissance : ${traits['lieuNaissance'] ?? ''}`,
    '',
    'Document de démonstration, sans donnée réelle.',
  ];
  return writePdf({
    lines,
    ...(symbol
      ? {
          symbol: {
            image: drawDatamatrix(insDatamatrixText(identity, conduct)),
            caption: 'INS à scanner',
          },
        }
      : {}),
  });
}
