import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judgeFiles } from '../../../../tests/builders/check-cases.ts';
import type { Check } from '../../../domain/check.ts';

const root = process.env['SEGUR_ANS_DIR'];
const folder = join(root ?? '', 'hl7v2');
const files =
  root === undefined
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(er7|hl7)$/.test(name))
        .sort();

/** What a row would say of the run in which these files were made. */
const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'hl7v2-ins-only-when-qualified': { statut: 'QUAL' },
  'hl7v2-ins-environment': { environnement: 'test' },
  'hl7v2-identity-change-propagated': { changement: 'trait-complementaire' },
  'hl7v2-refuses-document': { code: '904' },
};

/** The place of birth of the traits (63220) is not the one of the number (51215), in every published PID. */
const place = 'hl7v2-matricule-agrees-with-traits place-differs PID-11[2]';
/** The document is a word in base64, for the reader to see the shape of the message. */
const dummy = 'hl7v2-document-is-readable document-not-cda OBX(1)-5';
/** The combination of flags is none of the matrix published beside. */
const matrix = 'hl7v2-masking-matrix not-in-matrix OBX';
/** The matrix refuses it, an example of the same volet does it. */
const disputed = 'hl7v2-masking-disputed combination-disputed OBX';
/** The local number of the CDA is not in PID-3. */
const localNumber = 'hl7v2-patient-of-document id-not-in-pid PID-3';
/** The base64 lacks its padding: the end was cut. */
const cut = 'hl7v2-document-is-readable document-encoding OBX(1)-5';
/** VALI without a proof of identity. */
const proof = 'hl7v2-identity-proof proof-missing ZFD-7';

/** Every defect of the published files; all else that is found would be invented. */
const defects: Readonly<Record<string, readonly string[]>> = {
  'consentement-pam/ConsentementConsultation_NonOppositionAlimentation.er7': [proof, place],
  'consentement-pam/NonConsentementConsultation_OppositionAlimentation.er7': [proof, place],
  'mdm/ack.er7': [],
  'mdm/message_MDM_CR_Radio_INIT_N1.er7': [dummy, matrix, place],
  'mdm/message_MDM_CR_Radio_INIT_N1_Base64.er7': [matrix, place],
  'mdm/message_MDM_CR_Radio_RPLC_N1.er7': [disputed, place],
  'oru/message_ORU_CR_Bio_INIT_N3_SEGUR.hl7': [place, localNumber],
  'oru/message_ORU_CR_Bio_RPLC_N3_SEGUR.hl7': [cut, place],
  'sgl/admission.er7': [place],
  'sgl/sortie.er7': [place],
  'vers-mssante/ack.er7': [],
  'vers-mssante/message_MDM__LPS_MSS_CR_Radio_INIT_N1.er7': [dummy, place],
  'vers-mssante/message_MDM__LPS_MSS_CR_Radio_INIT_N1_Base64.er7': [cut, place],
};

/** Checks that need a run around the file: a scenario, not a sample. */
const scenario = new Set(['hl7v2-identity-change-propagated', 'hl7v2-refuses-document']);

async function findingsOf(file: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of readdirSync(import.meta.dirname).sort()) {
    const id = /^(hl7v2-[\w-]+)\.ts$/.exec(name)?.[1];
    if (id === undefined || scenario.has(id)) continue;
    const { check } = (await import(pathToFileURL(join(import.meta.dirname, `${id}.ts`)).href)) as {
      check: Check;
    };
    const result = judgeFiles(check, [readFileSync(join(folder, file))], { options: options[id] ?? {} });
    found.push(...result.findings.map((finding) => `${id} ${finding.code} ${finding.where?.path ?? ''}`));
  }
  return found;
}

describe.skipIf(root === undefined)('official HL7v2 samples (SEGUR_ANS_DIR)', () => {
  it.each(files)('%s', async (file) => {
    expect(await findingsOf(file)).toEqual(defects[file]);
  });
});
