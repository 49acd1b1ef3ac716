/** Names of the INSi contract. Clause: WSDL ServiceIdentiteCertifiee-v1 (facts listed in the service's README). */
export const insiNames = {
  soap12: 'http://www.w3.org/2003/05/soap-envelope',
  soap11: 'http://schemas.xmlsoap.org/soap/envelope/',
  wsa: 'http://www.w3.org/2005/08/addressing',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  dsig: 'http://www.w3.org/2000/09/xmldsig#',
  contexteBam: 'urn:siram:bam:ctxbam',
  contexteLps: 'urn:siram:lps:ctxlps',
  siram: 'urn:siram',
  recSans: 'http://www.cnamts.fr/INSiRecSans',
  recVit: 'http://www.cnamts.fr/INSiRecVit',
  resultat: 'http://www.cnamts.fr/INSiResultat',
  lot2Masse: 'http://www.cnamts.fr/INSiLot2/REPMasse',
  lot2Reponse: 'http://www.cnamts.fr/INSiLot2/REPUnitaire',
} as const;

export const libelles: Readonly<Record<string, string>> = {
  '00': 'OK',
  '01': 'Aucune identite trouvee',
  '02': 'Plusieurs identites trouvees',
};
