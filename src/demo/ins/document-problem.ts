import type { Hl7Message } from '@medplum/core';
import { XMLParser } from 'fast-xml-parser';
import { members } from '../settings.ts';
import type { Identity } from './identity.ts';

type Members = Readonly<Record<string, unknown>>;

const insOid = /^1\.2\.250\.1\.213\.1\.4\.(8|9|10|11)$/;
const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, removeNSPrefix: true });

/** Why the CDA of a message cannot be filed (902 to 906 of the CI-SIS volet); undefined when it can. `known` is the patient of its PID. */
export function documentProblem(message: Hl7Message, known: Identity | undefined): string | undefined {
  if (known === undefined) return '902';
  const base64 = message.getSegment('OBX')?.getComponent(5, 5) ?? '';
  let role: Members;
  try {
    const parsed = members(parser.parse(Buffer.from(base64, 'base64').toString('utf8')));
    role = members(members(members(parsed['ClinicalDocument'])['recordTarget'])['patientRole']);
  } catch {
    return '906';
  }
  const ids = [role['id']].flat().map(members);
  const ins = ids.find((id) => insOid.test(String(id['@_root'])));
  if (ins === undefined) return '903';
  const patient = members(role['patient']);
  const family = familyOf(members(patient['name']));
  const birth = members(patient['birthTime'])['@_value'];
  if (family === undefined || typeof birth !== 'string') return '905';
  const same =
    family === known.traits['nomNaissance'] &&
    birth === (known.traits['dateNaissance'] ?? '').replaceAll('-', '') &&
    (known.ins === undefined || ins['@_extension'] === known.ins.matricule);
  return same ? undefined : '904';
}

function familyOf(name: Members): string | undefined {
  const [family] = [name['family']].flat();
  if (typeof family === 'string') return family;
  const text = members(family)['#text'];
  return typeof text === 'string' ? text : undefined;
}
