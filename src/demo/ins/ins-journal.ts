import type { Ins, Traits } from './identity.ts';
import type { InsConduct } from './ins-conduct.ts';
import type { InsiResult } from './insi-client.ts';

export interface InsTrace {
  readonly date: string;
  readonly utilisateur: string;
  readonly nature:
    | 'recherche-insi'
    | 'verification-insi'
    | 'acces-identite'
    | 'modification-identite'
    | 'acces-ins'
    | 'echange';
  readonly identite?: string;
  readonly codeCR?: string;
  readonly matricule?: string;
  readonly oid?: string;
  readonly traits?: Traits;
  readonly historique?: readonly Ins[];
  readonly resultat?: string;
  readonly destinataire?: string;
}

/** The journal of accesses, INSi calls and exchanges that the exigences ask for. */
export class InsJournal {
  readonly #lines: InsTrace[] = [];
  readonly #conduct: InsConduct;
  readonly #user: string;

  constructor(conduct: InsConduct, user: string) {
    this.#conduct = conduct;
    this.#user = user;
  }

  note(nature: InsTrace['nature'], identite: string, more: Partial<InsTrace> = {}): void {
    if (this.#conduct.tracesNothing === true) return;
    const utilisateur = this.#conduct.tracesWithoutUser === true ? '' : this.#user;
    this.#lines.push({ date: new Date().toISOString(), utilisateur, nature, identite, ...more });
  }

  /** One line per INSi call, with the whole return. */
  noteCall(identite: string, result: InsiResult, verification = false): void {
    const nature = verification ? 'verification-insi' : 'recherche-insi';
    switch (result.kind) {
      case 'identity':
        this.note(nature, identite, {
          codeCR: '00',
          ...(this.#conduct.tracesCodeOnly === true
            ? {}
            : {
                matricule: result.ins.matricule,
                oid: result.ins.oid,
                traits: result.traits,
                historique: result.historique,
              }),
        });
        return;
      case 'none':
        this.note(nature, identite, { codeCR: result.codeCR });
        return;
      case 'verified':
        this.note(nature, identite, { resultat: result.ok ? 'OK' : 'KO' });
        return;
      case 'unavailable':
        this.note(nature, identite, { resultat: `erreur : ${result.why}` });
    }
  }

  export(): readonly InsTrace[] {
    return this.#lines;
  }
}
