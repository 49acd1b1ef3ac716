import type { FhirInteraction } from '../preuves/views.ts';

/** What a method and a path ask for; `none` for an interaction that the server does not have. */
export type Route =
  | {
      readonly kind: 'call';
      readonly interaction: FhirInteraction | 'bundle';
      readonly id?: string;
      readonly form?: true;
    }
  | { readonly kind: 'none'; readonly status: 404 | 405; readonly text: string };

/** Path of the server's base. */
export const basePath = '/fhir';

/** Finds the interaction of a request (FHIR R4 §3.1.0). */
export function routeOf(method: string, path: string): Route {
  if (path !== basePath && !path.startsWith(`${basePath}/`))
    return none(404, `${path} is not under ${basePath}`);
  const [first = '', id, ...more] = path
    .slice(basePath.length + 1)
    .split('/')
    .map(decoded);
  if (first === '') return only(method, { POST: 'bundle' }, path);
  if (first === 'metadata' && id === undefined) return only(method, { GET: 'capabilities' }, path);
  if (first !== 'Patient') return none(404, `resource type or operation ${first} is not supported`);
  if (id === undefined) return only(method, { GET: 'search', POST: 'create', PUT: 'update' }, path);
  if (id === '_search' && more.length === 0) {
    return method === 'POST'
      ? { kind: 'call', interaction: 'search', form: true }
      : none(405, `${method} ${path}`);
  }
  if (more.length > 0) return none(404, `${path}: only the current version of a Patient is served`);
  const route = only(method, { GET: 'read', PUT: 'update' }, path);
  return route.kind === 'call' ? { ...route, id } : route;
}

function only(
  method: string,
  known: Readonly<Record<string, FhirInteraction | 'bundle'>>,
  path: string,
): Route {
  const interaction = known[method];
  return interaction === undefined
    ? none(405, `${method} ${path}: only ${Object.keys(known).join(', ')}`)
    : { kind: 'call', interaction };
}

function none(status: 404 | 405, text: string): Route {
  return { kind: 'none', status, text };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not an escape: the part is looked for as it is, and not found.
    return part;
  }
}
