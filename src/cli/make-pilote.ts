import type { Dossier } from '../catalogue/dossier.ts';
import type { Operator } from '../domain/operator.ts';
import type { Pilote } from '../domain/pilote.ts';
import { attendedPilote } from '../pilotes/attended-pilote.ts';
import { browserPilote } from '../pilotes/browser-pilote.ts';
import { commandPilote } from '../pilotes/command-pilote.ts';
import { httpPilote } from '../pilotes/http-pilote.ts';
import type { Navigator } from '../pilotes/navigator.ts';

/** The pilote that the dossier names; attended when it names none. */
export function makePilote(dossier: Dossier, navigator: Navigator, operator: Operator): Pilote {
  const wanted = dossier.pilote;
  switch (wanted?.kind) {
    case 'http':
      return httpPilote(wanted, navigator);
    case 'command':
      return commandPilote(wanted, navigator);
    case 'browser':
      return browserPilote({
        ...wanted,
        actions: wanted.actions,
      });
    case 'attended':
    case undefined:
      return attendedPilote(operator);
  }
}
