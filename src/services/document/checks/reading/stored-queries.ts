/** What the slots of a stored query hold. */
export interface StoredQueryRule {
  readonly name: string;
  /** Slots without which the query means nothing; of a list of lists, one of each. */
  readonly needs: readonly (readonly string[])[];
}

/** Stored queries that the DMP answers, by id. */
export const storedQueries: Readonly<Record<string, StoredQueryRule>> = {
  'urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d': {
    name: 'FindDocuments',
    needs: [['$XDSDocumentEntryStatus']],
  },
  'urn:uuid:12941a89-e02e-4be5-967c-ce4bfc8fe492': {
    name: 'FindDocumentsByReferenceId',
    needs: [['$XDSDocumentEntryStatus'], ['$XDSDocumentEntryReferenceIdList']],
  },
  'urn:uuid:f26abbcb-ac74-4422-8a30-edb644bbc1a9': {
    name: 'FindSubmissionSets',
    needs: [['$XDSSubmissionSetStatus']],
  },
  'urn:uuid:5c4f972b-d56b-40ac-a5fc-c8ca9b40b9d4': {
    name: 'GetDocuments',
    needs: [['$XDSDocumentEntryUniqueId', '$XDSDocumentEntryEntryUUID']],
  },
  'urn:uuid:a7ae438b-4bc2-4642-93e9-be891f7bb155': { name: 'GetAssociations', needs: [['$uuid']] },
  'urn:uuid:bab9529a-4a10-40b3-a01f-f68a615d247a': {
    name: 'GetDocumentsAndAssociations',
    needs: [['$XDSDocumentEntryUniqueId', '$XDSDocumentEntryEntryUUID']],
  },
};

/** How the value of a slot is written: one quoted text, a number that is a time, or a list in parentheses. */
export function formOfSlot(name: string): 'text' | 'time' | 'list' {
  if (/PatientId$/.test(name)) return 'text';
  return /Time(From|To)$/.test(name) ? 'time' : 'list';
}
