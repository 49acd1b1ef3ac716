/** `YYYYMMDDHHMMSS+0000` of an instant. */
export function hl7Time(date: Date): string {
  return `${date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}+0000`;
}
