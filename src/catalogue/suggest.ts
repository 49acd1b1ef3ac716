/** The candidate a misspelt word most likely meant, or undefined when none is near (a third of its length, 3 at most). */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  let best: string | undefined;
  let distance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= distance) continue;
    const found = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (found < distance) [best, distance] = [candidate, found];
  }
  return best;
}

/** `did you mean "x"?`, or what is known when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const known = [...candidates];
  const near = suggest(word, known);
  if (near !== undefined) return `Did you mean "${near}"?`;
  if (known.length === 0) return 'None is known.';
  const shown = known.slice(0, 12).sort().join(', ');
  return known.length > 12 ? `Known: ${shown}, and ${known.length - 12} more.` : `Known: ${shown}.`;
}

/** Optimal string alignment: insertion, deletion, replacement or exchange of neighbours cost 1. */
function editDistance(a: string, b: string): number {
  let previous: number[] = [];
  let current = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((next[j - 1] ?? 0) + 1, (current[j] ?? 0) + 1, (current[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (previous[j - 2] ?? 0) + 1);
      }
      next.push(cost);
    }
    [previous, current] = [current, next];
  }
  return current[b.length] ?? 0;
}
