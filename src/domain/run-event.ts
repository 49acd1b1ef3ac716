import type { Bilingual } from './bilingual.ts';
import type { PreflightProblem } from './pilote.ts';
import type { Preuve, StepEndView } from './preuve.ts';
import type { Setting } from './service.ts';
import type { RunEnd } from './sealed-run.ts';

/** What the engine tells while it runs; live reporters are fed by it and by nothing else. */
export type RunEvent =
  | {
      readonly kind: 'run-start';
      readonly runId: string;
      readonly directory: string;
      readonly scenarios: number;
      readonly steps: number;
    }
  | {
      readonly kind: 'service-started';
      readonly service: string;
      readonly title: Bilingual;
      readonly settings: readonly Setting[];
    }
  | { readonly kind: 'preflight'; readonly problems: readonly PreflightProblem[] }
  | {
      readonly kind: 'scenario-start';
      readonly scenario: string;
      readonly title: Bilingual;
      readonly index: number;
      readonly total: number;
    }
  | {
      readonly kind: 'step-start';
      readonly scenario: string;
      readonly step: string;
      readonly action?: string;
      readonly faults: readonly string[];
    }
  /** The bench waits for the software, or for a human: `deadlineMs` of real time left at that moment. */
  | {
      readonly kind: 'waiting';
      readonly scenario: string;
      readonly step: string;
      readonly text: Bilingual;
      readonly deadlineMs: number;
    }
  | { readonly kind: 'exchange'; readonly preuve: Preuve }
  | { readonly kind: 'step-end'; readonly scenario: string; readonly step: string; readonly end: StepEndView }
  | { readonly kind: 'scenario-end'; readonly scenario: string; readonly complete: boolean }
  | { readonly kind: 'warning'; readonly text: Bilingual }
  | {
      readonly kind: 'sealed';
      readonly directory: string;
      readonly root: string;
      readonly preuves: number;
      readonly end: RunEnd;
    };
