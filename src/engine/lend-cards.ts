import type { Deck } from '../domain/deck.ts';
import type { KeyPair, Pki } from '../domain/service.ts';

/** The authentication certificate of a test card, as `banc.configurer` gives it in `clients.<service>.cartes`. */
export interface LentCard extends KeyPair {
  /** Name of its files in `connexion/`, without extension. */
  readonly fichier: string;
  readonly identifiantNational: string;
  readonly etat: 'valide' | 'expiree';
}

const day = 86_400_000;
const lent = [
  { role: 'medecin', etat: 'valide' },
  { role: 'infirmier', etat: 'valide' },
  { role: 'medecin', etat: 'expiree' },
] as const;

/** Cards of the deck: two persons, and one that a software must refuse to use. */
export async function lendCards(pki: Pki, deck: Deck): Promise<readonly LentCard[]> {
  const wanted = lent.flatMap(({ role, etat }) => {
    const person = deck.professionnels.find((one) => one.role === role);
    return person === undefined ? [] : [{ person, role, etat }];
  });
  return Promise.all(
    wanted.map(async ({ person, role, etat }): Promise<LentCard> => {
      const { identifiantNational, nom, prenom } = person;
      const notAfter = etat === 'expiree' ? { notAfter: new Date(Date.now() - day) } : {};
      return {
        fichier: `carte-${role}${etat === 'expiree' ? '-expiree' : ''}`,
        identifiantNational,
        etat,
        ...(await pki.card({ identifiantNational, nom, prenom, ...notAfter })),
      };
    }),
  );
}
