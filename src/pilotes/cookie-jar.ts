interface Cookie {
  readonly value: string;
  readonly host: string;
  readonly path: string;
  readonly secure: boolean;
}

/**
 * The cookies of one browser session, as far as a login follower needs them: host, path, secure, deletion.
 * Hosts are compared with their port left out, as RFC 6265 section 8.5 has it.
 */
export class CookieJar {
  readonly #cookies = new Map<string, Cookie>();

  store(url: URL, setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split(';');
      const equals = pair.indexOf('=');
      if (equals < 1) continue;
      const name = pair.slice(0, equals).trim();
      const value = pair.slice(equals + 1).trim();
      const options = new Map(
        attributes.map((attribute) => {
          const [key = '', ...rest] = attribute.split('=');
          return [key.trim().toLowerCase(), rest.join('=').trim()] as const;
        }),
      );
      const path = options.get('path')?.startsWith('/') === true ? (options.get('path') ?? '/') : '/';
      const key = `${url.hostname}|${path}|${name}`;
      const maxAge = options.get('max-age');
      const expires = options.get('expires');
      const gone =
        (maxAge !== undefined && Number(maxAge) <= 0) ||
        (maxAge === undefined && expires !== undefined && Date.parse(expires) < Date.now());
      if (gone) this.#cookies.delete(key);
      else
        this.#cookies.set(key, {
          value: `${name}=${value}`,
          host: url.hostname,
          path,
          secure: options.has('secure'),
        });
    }
  }

  /** The `Cookie` header for a request; undefined when no cookie applies. */
  header(url: URL): string | undefined {
    const pairs = [...this.#cookies.values()]
      .filter((cookie) => cookie.host === url.hostname)
      .filter(
        (cookie) => url.pathname === cookie.path || url.pathname.startsWith(cookie.path.replace(/\/?$/, '/')),
      )
      .filter((cookie) => !cookie.secure || url.protocol === 'https:' || url.hostname === '127.0.0.1')
      .sort((a, b) => b.path.length - a.path.length)
      .map((cookie) => cookie.value);
    return pairs.length === 0 ? undefined : pairs.join('; ');
  }
}
