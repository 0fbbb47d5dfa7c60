interface ImportMetaEnv {
  /** Whether the site is a portal, whose search asks those of its members. Known while building: the code of the other search is left out. */
  readonly OF_MEMBERS?: boolean;
  /** The policy of every page of a built site (`domain/site/contentPolicy`). */
  readonly CONTENT_POLICY: string;
  /** Whether the lookup of the site is in parts (`client/search/partsEngine`). Known while building, too. */
  readonly OF_PARTS?: boolean;
}

/* The modules of Leaflet, of which the map needs some; what they hand out is typed where it is taken. */
declare module 'leaflet/src/*';
