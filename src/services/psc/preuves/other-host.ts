/** The same URL on a host that is nobody's (RFC 2606), so that a comparison by prefix or by path alone is caught. */
export function otherHost(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, 'https://auth.autre-fournisseur.example');
}
