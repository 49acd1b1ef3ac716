/** Where the FHIR exchanges of the demo may be made to misbehave; every member absent is the honest product. */
export interface FhirConduct {
  readonly sendsUnqualifiedIns?: boolean;
  readonly localNumberOfficial?: boolean;
  readonly formerInsOfficial?: boolean;
  readonly typeOfProduction?: boolean;
  readonly productionOid?: boolean;
  readonly plainProfile?: boolean;
  readonly severalGiven?: boolean;
  readonly withoutBirthList?: boolean;
  readonly withoutBirthPlace?: boolean;
  readonly doubtfulStaysValid?: boolean;
  readonly swapsNames?: boolean;
  readonly withoutIns?: boolean;
  readonly plainJson?: boolean;
  readonly createsBlindly?: boolean;
  readonly neverPropagates?: boolean;
  readonly ignoresErrors?: boolean;
  readonly hidesOutcome?: boolean;
  readonly tracesNoError?: boolean;
  readonly tracesNoRecipient?: boolean;
  readonly stopsAfterError?: boolean;
  readonly insists?: boolean;
  readonly qualifiesReceived?: boolean;
  readonly storesUnverified?: boolean;
  readonly takesFirstIns?: boolean;
  readonly dropsAttributes?: boolean;
  readonly readsInsByType?: boolean;
  readonly forgetsSenderNumbers?: boolean;
  readonly keepsMergedIns?: boolean;
  readonly refusesAll?: boolean;
  readonly withoutLocation?: boolean;
  readonly acceptsAnything?: boolean;
  readonly htmlErrors?: boolean;
  readonly withoutCapabilities?: boolean;
  readonly showsUnqualifiedIns?: boolean;
}
