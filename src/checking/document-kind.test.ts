import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildCda } from '../../tests/builders/build-cda.ts';
import { documentKinds, isDocumentKind, recogniseDocument } from './document-kind.ts';

const folder = new URL('../services/document/checks/', import.meta.url);

describe('document kinds', () => {
  it('leave no check of documents without a kind that plays it', () => {
    const prefixes = Object.values(documentKinds).flatMap(({ checks }) => checks);
    const checks = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    expect(checks.length).toBeGreaterThan(60);
    expect(checks.filter((name) => !prefixes.some((prefix) => name.startsWith(prefix)))).toEqual([]);
  });

  it('tell a document from what is none', () => {
    expect(recogniseDocument(Buffer.from(buildCda()))).toMatchObject({ kind: 'document', as: 'cda-n1' });
    expect(recogniseDocument(Buffer.from('IS010000'))).toMatchObject({ kind: 'document', as: 'datamatrix' });
    expect(recogniseDocument(Buffer.from('{"a":1}'))).toMatchObject({ kind: 'other', as: 'json' });
    expect(['cda-n1', 'datamatrix'].every(isDocumentKind)).toBe(true);
    expect(isDocumentKind('toString')).toBe(false);
  });
});
