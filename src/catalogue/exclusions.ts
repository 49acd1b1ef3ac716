import type { Exclusion } from '../domain/plan.ts';

/** Every reason for leaving something out, with its texts. */
export const exclusions: {
  readonly obsolete: () => Exclusion;
  readonly horsVague: (vague: number) => Exclusion;
  readonly horsDispositif: (dispositif: string) => Exclusion;
  readonly horsOnly: (only: string) => Exclusion;
  readonly profil: (profil: string) => Exclusion;
  readonly condition: (id: string, justification: string) => Exclusion;
  readonly nonApplicable: (justification: string) => Exclusion;
  readonly setting: (path: string, wanted: readonly unknown[], actual: unknown) => Exclusion;
  readonly alternative: (group: string, option: string) => Exclusion;
  readonly unsupported: (action: string) => Exclusion;
  readonly withoutControl: (control: string) => Exclusion;
  readonly noScenario: () => Exclusion;
  readonly notConfigured: (service: string) => Exclusion;
} = {
  obsolete: () => ({
    code: 'obsolete',
    text: { fr: 'Obsolète dans ce catalogue.', en: 'Obsolete in this catalogue.' },
  }),
  horsVague: (vague) => ({
    code: 'hors-vague',
    text: {
      fr: `Demandée par la vague ${vague}, au-delà de celle de la candidature.`,
      en: `Asked by vague ${vague}, beyond that of the candidature.`,
    },
  }),
  horsDispositif: (dispositif) => ({
    code: 'hors-dispositif',
    text: {
      fr: `Ne prouve aucune exigence du dispositif ${dispositif}.`,
      en: `Proves no exigence of dispositif ${dispositif}.`,
    },
  }),
  horsOnly: (only) => ({
    code: 'hors-only',
    text: { fr: `Hors de la sélection « ${only} ».`, en: `Outside the selection "${only}".` },
  }),
  profil: (profil) => ({
    code: 'profil-non-declare',
    text: {
      fr: `Le profil « ${profil} » n'est pas déclaré dans le dossier (candidature.profils).`,
      en: `Profil "${profil}" is not declared in the dossier (candidature.profils).`,
    },
  }),
  condition: (id, justification) => ({
    code: 'condition-fausse',
    text: {
      fr: `Le dossier répond « non » à la condition « ${id} » : ${justification}`,
      en: `The dossier answers "no" to the condition "${id}": ${justification}`,
    },
  }),
  nonApplicable: (justification) => ({
    code: 'non-applicable-declare',
    text: {
      fr: `Déclarée non applicable par le dossier : ${justification}`,
      en: `Declared not applicable by the dossier: ${justification}`,
    },
  }),
  setting: (path, wanted, actual) => ({
    code: 'setting-differs',
    text: {
      fr: `Réservé à ${path} = ${wanted.map(String).join(' ou ')} ; le dossier dit ${show(actual, 'rien')}.`,
      en: `Only for ${path} = ${wanted.map(String).join(' or ')}; the dossier says ${show(actual, 'nothing')}.`,
    },
  }),
  alternative: (group, option) => ({
    code: 'alternative-not-chosen',
    text: {
      fr: `Alternative « ${group} » : le dossier ne choisit pas l'option « ${option} ».`,
      en: `Alternative "${group}": the dossier does not choose option "${option}".`,
    },
  }),
  unsupported: (action) => ({
    code: 'action-unsupported',
    text: {
      fr: `Le dossier déclare que le logiciel n'a pas l'action « ${action} ».`,
      en: `The dossier declares that the software lacks the action "${action}".`,
    },
  }),
  withoutControl: (control) => ({
    code: 'control-excluded',
    text: {
      fr: `Son témoin « ${control} » n'est pas exercé : sans lui, une faute ne prouve rien.`,
      en: `Its control "${control}" is not played: without it a fault proves nothing.`,
    },
  }),
  noScenario: () => ({
    code: 'no-scenario',
    text: {
      fr: "Le catalogue ne demande aucune preuve pour cette exigence : elle n'est ni prouvée ni comptée.",
      en: 'The catalogue asks no preuve of this exigence: it is neither proved nor counted.',
    },
  }),
  notConfigured: (service) => ({
    code: 'setting-differs',
    text: {
      fr: `Le dossier ne règle pas le service « ${service} » (services.${service}).`,
      en: `The dossier does not set up the service "${service}" (services.${service}).`,
    },
  }),
};

function show(value: unknown, nothing: string): string {
  if (value === undefined) return nothing;
  return Array.isArray(value) ? value.map(String).join(', ') : JSON.stringify(value);
}
