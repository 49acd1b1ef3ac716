import type { Check } from '../../../domain/check.ts';
import { placeOf } from '../../../formats/xml-navigation/navigate.ts';
import type { XmlElement } from '../../../formats/xml/xml-node.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const URL_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'src', 'action', 'background']);

/**
 * Showing the document runs nothing, and fetches nothing when it shows itself. A narrative that only links to a page or
 * to images, as the volets of imaging ask, is left apart: a reader follows a link or not.
 */
export const check: Check = {
  title: {
    fr: 'Le document ne contient pas de script ni, s’il est auto-présentable, de lien externe',
    en: 'The document holds no script and, if it shows itself, no external link',
  },
  assertions: ['DMP-CDA-07'],
  clauses: [{ source: 'SEL-MP-037 (guide DMP)', section: 'EX_2.1-1115', trust: '2' }],
  reads: documentKinds,
  findings: {
    'script-found': sentences(
      'Le document contient du code actif ({actual}).',
      'The document holds active code ({actual}).',
      'Retirer les scripts et les attributs d’événement.',
      'Remove scripts and event attributes.',
    ),
    'external-link': sentences(
      'Le document appelle la ressource externe {actual}.',
      'The document calls the external resource {actual}.',
      'Inclure la ressource dans le document ou retirer le lien.',
      'Include the resource in the document or remove the link.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => {
      let top: XmlElement = document.root;
      while (top.parent.kind === 'element') top = top.parent;
      return inspect(top, document.selfPresenting);
    }),
};

function inspect(top: XmlElement, showsItself: boolean): Observation[] {
  const found: Observation[] = [];
  const queue: XmlElement[] = [top];
  for (let element = queue.pop(); element !== undefined; element = queue.pop()) {
    for (const child of element.children) if (child.kind === 'element') queue.push(child);
    if (element.name.toLowerCase() === 'script')
      found.push({ code: 'script-found', actual: 'script', at: placeOf(element) });
    for (const { name, namespace, value } of element.attributes) {
      if (/^on[a-z]+$/i.test(name) || /^\s*javascript:/i.test(value)) {
        found.push({ code: 'script-found', actual: name, at: placeOf(element) });
      }
      const external = URL_ATTRIBUTES.has(name) && /^\s*(https?:|ftp:|\/\/)/i.test(value);
      if (showsItself && namespace === '' && external) {
        found.push({ code: 'external-link', actual: value, at: placeOf(element) });
      }
    }
  }
  return found;
}
