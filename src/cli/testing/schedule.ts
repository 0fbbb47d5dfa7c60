import type { Outcome, Ran, Stage } from './stage.ts';

/** The side effects of a schedule, passed in so that it can be tested without processes. */
export interface Hands {
  /** How many stages may run at the same time. */
  readonly lanes: number;
  readonly run: (stage: Stage) => Promise<Outcome>;
  /** Seconds since the start. */
  readonly clock: () => number;
  /** Called for each stage that has run, in the order of the list. */
  readonly tell: (ran: Ran) => void;
}

function mayStart(stage: Stage, waiting: readonly Stage[], running: readonly Stage[]): boolean {
  const unfinished = [...waiting, ...running].map(({ key }) => key);
  const needs = stage.after ?? [];
  if (needs.some((key) => unfinished.includes(key))) return false;
  return !(stage.usesAstro === true && running.some(({ usesAstro }) => usesAstro === true));
}

/**
 * Runs stages side by side in the order of the list, each as soon as a lane is free and the stages that it needs are
 * done. After a failure none is started; resolves with those that ran, in the order of the list.
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
