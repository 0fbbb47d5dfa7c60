/** The name of the cache of a site mounted at this path: several sites may share a host, and each removes its own alone. */
export const cacheNameOf = (path: string): string => `sgz-offline ${path}`;
