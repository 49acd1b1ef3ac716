/** One request of the DMP, told by the root of its body. */
export interface DmpTransaction {
  /** As the DMP numbers them; several share one message. */
  readonly name: string;
  /** Local name of the root of the body. */
  readonly body: string;
  /** Value of wsa:Action. */
  readonly action: string;
}

/** Requests whose action the published messages of the DMP give. */
export const dmpTransactions: readonly DmpTransaction[] = [
  { name: 'TD0.2', body: 'PRPA_IN201307UV02', action: 'urn:hl7-org:v3:PRPA_IN201307UV02' },
  { name: 'TD0.5', body: 'PRPA_IN201305UV02', action: 'urn:hl7-org:v3:PRPA_IN201305UV02' },
  {
    name: 'TD0.3',
    body: 'setAuthorization',
    action: 'urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization',
  },
  {
    name: 'TD0.4',
    body: 'patientList',
    action: 'urn:si-dmp-patients:PatientSpecificEndPoint:patientList',
  },
  {
    name: 'TD1.6',
    body: 'listAuthorizationByPatient',
    action: 'urn:si-dmp-habilitations:HabilitationsEndPoint:listAuthorizationByPatient',
  },
  {
    name: 'TD2.1',
    body: 'ProvideAndRegisterDocumentSetRequest',
    action: 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b',
  },
  { name: 'TD3.1', body: 'AdhocQueryRequest', action: 'urn:ihe:iti:2007:RegistryStoredQuery' },
  { name: 'TD3.2', body: 'RetrieveDocumentSetRequest', action: 'urn:ihe:iti:2007:RetrieveDocumentSet' },
  { name: 'TD3.3', body: 'SubmitObjectsRequest', action: 'urn:ihe:iti:2010:UpdateDocumentSet' },
];
