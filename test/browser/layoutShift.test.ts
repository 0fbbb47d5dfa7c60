import { nothingMoves } from './layoutShift.ts';

// Other ways of loading are looked at by `npm run test:deep`.
nothingMoves([{ name: 'a phone', width: 390, choices: {} }]);
