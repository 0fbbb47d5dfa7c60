import { dataset } from '../browser/dataset.ts';
import { nothingMoves } from '../browser/layoutShift.ts';

nothingMoves([
  { name: 'a wide window', width: 1440, choices: {} },
  {
    name: 'a phone that remembers where its reader lives',
    width: 390,
    choices: { home: dataset.committees[0]?.code ?? '' },
  },
]);
