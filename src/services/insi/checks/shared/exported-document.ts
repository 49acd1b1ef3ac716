import type { JsonObject } from '../../../../domain/json.ts';

const insOids = /1\.2\.250\.1\.213\.1\.4\.(?:8|9|10|11)(?!\d)/;

/** What a document handed out as base64 says of an INS: an OID of the INS anywhere in its text. */
export function carriesIns(output: JsonObject): boolean | undefined {
  const content = output['contenu'];
  if (typeof content !== 'string' || content === '') return undefined;
  return insOids.test(Buffer.from(content, 'base64').toString('utf8'));
}
