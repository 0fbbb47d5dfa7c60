interface ImportMetaEnv {
  /** Whether the site is a portal, whose search asks those of its members. Known while building: the code of the other search is left out. */
  readonly OF_MEMBERS?: boolean;
}
