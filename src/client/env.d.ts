interface ImportMetaEnv {
  /** Whether the site is a portal, whose search asks those of its members. Known while building: the code of the other search is left out. */
  readonly OF_MEMBERS?: boolean;
  /** Whether the lookup of the site is in parts (`client/search/partsEngine`). Known while building, too. */
  readonly OF_PARTS?: boolean;
}
