import { firstValue, type WireRequest } from '../../../wire/http-exchange.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';
import type { ClientAuthMethod } from '../preuves/views.ts';
import { oauthError } from './json-reply.ts';
import type { PscOptions } from './psc-options.ts';

export interface ClientAuthentication {
  readonly clientId?: string;
  /** Every means found in the request, good or not. */
  readonly methods: readonly ClientAuthMethod[];
  readonly anomalies: readonly string[];
  /** Absent when the client proved who it is. */
  readonly refusal?: JsonReplyArtefact;
}

interface Credential {
  readonly method: ClientAuthMethod;
  readonly id?: string;
  readonly secret?: string;
}

/**
 * Finds all the means by which the client says who it is, then lets it in when each secret is right and the regime is
 * satisfied (RFC 6749 section 2.3, RFC 8705 section 2.1). Several means at once are an anomaly, not a refusal: the
 * login goes on so that the rest can be seen too. `now` in milliseconds.
 */
export function authenticateClient(
  request: WireRequest,
  options: PscOptions,
  now: number,
): ClientAuthentication {
  const found = credentials(request);
  const bodyId = firstValue(request.form, 'client_id');
  const clientId = found.find((credential) => credential.id !== undefined)?.id ?? bodyId;
  const certificate = request.tls?.clientCertificate;
  const methods: ClientAuthMethod[] = found.map((credential) => credential.method);
  if (certificate !== undefined) methods.push('tls_client_auth');

  const anomalies: string[] = [];
  if (methods.length > 1) anomalies.push('several-authentication-methods');
  if (methods.includes('secret-in-query')) anomalies.push('secret-in-query');
  if (methods.length > 0 && !methods.includes(options.client.auth))
    anomalies.push('auth-method-not-declared');
  const identified = { ...(clientId === undefined ? {} : { clientId }), methods, anomalies };

  const subject = options.client.certificatSujet;
  const certified =
    certificate?.trusted === true &&
    Date.parse(certificate.notAfter) > now &&
    (subject === undefined || sameName(subject, certificate.subject));
  if (certificate !== undefined && !certified) anomalies.push('client-certificate-refused');

  if (clientId === undefined || clientId !== options.client.id) {
    const refusal = oauthError(401, 'invalid_client', 'Invalid client or Invalid client credentials');
    return { ...identified, refusal };
  }
  const secrets = found.filter((credential) => credential.secret !== undefined);
  const secretsRight =
    secrets.length > 0 && secrets.every((credential) => credential.secret === options.client.secret);
  const needsCertificate = options.regime === 'edc' || options.client.auth === 'tls_client_auth';
  const wrongSecret = secrets.length > 0 && !secretsRight;
  if (wrongSecret || (needsCertificate ? !certified : !certified && !secretsRight)) {
    const refusal = oauthError(401, 'unauthorized_client', 'Invalid client or Invalid client credentials');
    return { ...identified, refusal };
  }
  return identified;
}

function credentials(request: WireRequest): readonly Credential[] {
  const found: Credential[] = [];
  const basic = /^basic\s+(\S+)$/i.exec(request.header('authorization') ?? '')?.[1];
  if (basic !== undefined) {
    const text = Buffer.from(basic, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    const [id, secret] = colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
    found.push({ method: 'client_secret_basic', id: formDecoded(id), secret: formDecoded(secret) });
  }
  const posted = firstValue(request.form, 'client_secret');
  if (posted !== undefined) {
    const id = firstValue(request.form, 'client_id');
    found.push({ method: 'client_secret_post', secret: posted, ...(id === undefined ? {} : { id }) });
  }
  const asked = firstValue(request.query, 'client_secret');
  if (asked !== undefined) {
    const id = firstValue(request.query, 'client_id');
    found.push({ method: 'secret-in-query', secret: asked, ...(id === undefined ? {} : { id }) });
  }
  if (firstValue(request.form, 'client_assertion') !== undefined) found.push({ method: 'private_key_jwt' });
  return found;
}

/** RFC 6749 section 2.3.1 form-encodes both halves; clients that do not are read as they are. */
function formDecoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

function sameName(expected: string, actual: string): boolean {
  const parts = (name: string): string =>
    name
      .split(/\s*,\s*/)
      .map((part) => part.trim())
      .sort()
      .join(',');
  return parts(expected) === parts(actual);
}
