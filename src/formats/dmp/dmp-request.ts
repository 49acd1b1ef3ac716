import type { ElementPlace } from '../xml-navigation/navigate.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import type { DmpTransaction } from './dmp-transactions.ts';

/** A WS-Addressing header, as written. */
export interface AddressingHeader {
  readonly name: string;
  /** Text, or the address that it holds. */
  readonly value: string;
  readonly mustUnderstand: boolean;
  readonly at: ElementPlace;
}

/** One slot of a stored query. */
export interface QuerySlot {
  readonly name: string;
  readonly values: readonly string[];
  readonly at: ElementPlace;
}

/** A stored query (ITI-18). */
export interface StoredQuery {
  readonly id: string;
  readonly returnType: string | undefined;
  readonly slots: readonly QuerySlot[];
  readonly at: ElementPlace;
}

/** A document asked for (ITI-43). */
export interface DocumentRequest {
  readonly repository: string;
  readonly document: string;
  readonly at: ElementPlace;
}

/** A request to the DMP; what its body holds is read for the transactions that checks look into. */
export interface DmpRequest {
  readonly transaction: DmpTransaction;
  /** Name space of the envelope. */
  readonly soap: string;
  readonly addressing: readonly AddressingHeader[];
  readonly body: XmlElement;
  readonly query: StoredQuery | undefined;
  readonly retrieved: readonly DocumentRequest[];
  readonly at: ElementPlace;
}
