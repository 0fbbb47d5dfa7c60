import { builtCity } from './cityBuild.ts';

// What many tests read is built before they start: two builds side by side would share the folder `.astro`.
for (const name of ['city', 'tiles', 'hostile'] as const) console.log((await builtCity(name)).dir);
