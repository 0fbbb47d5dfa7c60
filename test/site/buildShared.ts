import { builtCity, SHARED_NAMES } from './cityBuild.ts';

// What many tests read is built before they start: two builds side by side would share the folder `.astro`.
for (const name of SHARED_NAMES) console.log((await builtCity(name)).dir);
