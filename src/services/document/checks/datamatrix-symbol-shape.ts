import type { Check, CheckResult } from '../../../domain/check.ts';
import type { Preuve } from '../../../domain/preuve.ts';
import { datamatrixKinds } from './reading/judge-datamatrix.ts';
import { toFinding, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A symbol as its reader saw it (`view.symbols`), in modules. */
interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly ecc200: boolean;
  readonly quiet?: number;
}

/** The INS datamatrix is a square ECC200 symbol with a quiet zone of one module around it. */
export const check: Check = {
  title: {
    fr: 'Le datamatrix INS est un symbole carré ECC200, entouré de blanc',
    en: 'The INS datamatrix is a square ECC200 symbol, with white around it',
  },
  assertions: ['INS-DM-004'],
  clauses: [{ source: 'INS – Format datamatrix v2.2.20230926', section: 'symbole', trust: '2' }],
  reads: datamatrixKinds,
  findings: {
    'symbol-not-square': sentences(
      'Le symbole compte {actual} modules, un carré est attendu.',
      'The symbol has {actual} modules, a square is expected.',
      'Produire un Data Matrix carré.',
      'Make a square Data Matrix.',
    ),
    'symbol-not-ecc200': sentences(
      'Le symbole n’est pas de la famille ECC200.',
      'The symbol is not of the ECC200 family.',
      'Produire un Data Matrix ECC200 (ISO/IEC 16022).',
      'Make an ECC200 Data Matrix (ISO/IEC 16022).',
    ),
    'quiet-zone-narrow': sentences(
      'Il reste {actual} module autour du symbole, au moins {expected} attendu.',
      'There is {actual} module left around the symbol, {expected} at least is expected.',
      'Laisser une marge blanche d’un module de chaque côté.',
      'Leave a white margin of one module on each side.',
    ),
  },
  judge: ({ preuves }): CheckResult => {
    const shapes = preuves.flatMap((preuve) =>
      shapesOf(preuve).map((shape, index) => ({ shape, preuve, label: `datamatrix ${index + 1}` })),
    );
    return {
      examined: shapes.length,
      findings: shapes.flatMap(({ shape, preuve, label }) =>
        inspect(shape).map((seen) => toFinding(seen, preuve.id, label)),
      ),
    };
  },
};

function inspect({ rows, columns, ecc200, quiet }: Shape): readonly Observation[] {
  return [
    ...(rows === columns ? [] : [{ code: 'symbol-not-square', actual: `${columns}×${rows}` }]),
    ...(ecc200 ? [] : [{ code: 'symbol-not-ecc200' }]),
    ...(quiet === undefined || quiet >= 1 ? [] : [{ code: 'quiet-zone-narrow', expected: 1, actual: quiet }]),
  ];
}

function shapesOf({ view }: Preuve): readonly Shape[] {
  if (typeof view !== 'object' || view === null || !('symbols' in view) || !Array.isArray(view.symbols))
    return [];
  return view.symbols.filter(isShape);
}

function isShape(value: unknown): value is Shape {
  if (typeof value !== 'object' || value === null) return false;
  const { rows, columns, ecc200, quiet } = value as Readonly<Record<string, unknown>>;
  return (
    typeof rows === 'number' &&
    typeof columns === 'number' &&
    typeof ecc200 === 'boolean' &&
    (quiet === undefined || typeof quiet === 'number')
  );
}
