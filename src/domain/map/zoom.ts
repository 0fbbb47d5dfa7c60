/** The closest zoom level of the map; up to it markers that are close together are shown as one cluster. */
export const MAX_ZOOM = 18;
