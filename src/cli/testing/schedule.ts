import type { Outcome, Ran, Stage } from './stage.ts';

/** What a schedule needs from outside. */
export interface Hands {
  /** Stages that may run at one time. */
  readonly lanes: number;
  readonly run: (stage: Stage) => Promise<Outcome>;
  /** Seconds since the start. */
  readonly clock: () => number;
  /** Gets each stage that has run, in the order of the list. */
  readonly tell: (ran: Ran) => void;
}

function mayStart(stage: Stage, waiting: readonly Stage[], running: readonly Stage[]): boolean {
  const unfinished = [...waiting, ...running].map(({ key }) => key);
  const needs = stage.after ?? [];
  if (needs.some((key) => unfinished.includes(key))) return false;
  return !(stage.usesAstro === true && running.some(({ usesAstro }) => usesAstro === true));
}

/**
 * Runs stages side by side, the first of the list first, each as soon as there is a lane for it and what it needs is
 * done. After a failure no further stage starts. Comes back when nothing runs any more, in the order of the list.
 */
export async function runStages(stages: readonly Stage[], { lanes, run, clock, tell }: Hands): Promise<readonly Ran[]> {
  let waiting = [...stages];
  const running = new Map<Stage, Promise<void>>();
  const done = new Map<Stage, Ran>();
  const told = new Set<Stage>();

  const start = (stage: Stage) => {
    waiting = waiting.filter((other) => other !== stage);
    const from = clock();
    const ended = run(stage).then((outcome) => {
      done.set(stage, { stage, outcome, from, to: clock() });
      running.delete(stage);
      if (!outcome.ok) waiting = [];
    });
    running.set(stage, ended);
  };
  const tellInOrder = () => {
    for (const stage of stages) {
      const ran = done.get(stage);
      if (ran === undefined && (running.has(stage) || waiting.includes(stage))) return;
      if (ran === undefined || told.has(stage)) continue;
      told.add(stage);
      tell(ran);
    }
  };

  for (;;) {
    while (running.size < lanes) {
      const next = waiting.find((stage) => mayStart(stage, waiting, [...running.keys()]));
      if (next === undefined) break;
      start(next);
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
    tellInOrder();
  }
  return stages.flatMap((stage) => done.get(stage) ?? []);
}
