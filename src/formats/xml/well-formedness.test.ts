import { describe, expect, it } from 'vitest';
import { acceptedXml, refusedXml } from '../../../tests/builders/xml-cases.ts';
import { InputError } from '../../domain/segur-error.ts';
import { malformedReasons, malformedText } from './malformed-xml.ts';
import { parseXml } from './parse-xml.ts';

function refusal(xml: string): InputError | undefined {
  try {
    parseXml(Buffer.from(xml), { file: 'a.xml' });
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

describe('parseXml and the constraints of well-formedness', () => {
  it.each(refusedXml)('refuses $xml as $reason', ({ xml, reason, at: [line, column] }) => {
    const error = refusal(xml);
    expect(error).toMatchObject({ code: 'xml-malformed', at: { line, column }, details: { reason } });
  });

  it.each(acceptedXml)('accepts $xml', ({ xml }) => {
    expect(refusal(xml)).toBeUndefined();
  });

  it('says each reason in two languages, without a gap', () => {
    expect(new Set(refusedXml.map(({ reason }) => reason))).toEqual(new Set(malformedReasons));
    for (const { xml } of refusedXml) {
      const text = malformedText(refusal(xml)!);
      expect(text?.en).not.toBe(text?.fr);
      expect(`${text?.fr} ${text?.en}`).not.toMatch(
        /\{(?:name|line|prefix|namespace|expected|reference|character)\}/,
      );
    }
  });
});
