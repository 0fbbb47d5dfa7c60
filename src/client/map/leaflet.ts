/**
 * The parts of Leaflet that the map draws with; a build takes this module for the whole package (`astro.config.mjs`).
 * Popups, controls, pictures, canvas and other projections are left out: a third of what readers would load.
 */
import type Leaflet from 'leaflet';
import { toLatLng } from 'leaflet/src/geo/LatLng.js';
import { toLatLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
import { toBounds } from 'leaflet/src/geometry/Bounds.js';
import { toPoint } from 'leaflet/src/geometry/Point.js';
import { layerGroup } from 'leaflet/src/layer/LayerGroup.js';
import { divIcon } from 'leaflet/src/layer/marker/DivIcon.js';
import { marker } from 'leaflet/src/layer/marker/Marker.js';
import { circleMarker } from 'leaflet/src/layer/vector/CircleMarker.js';
import { polygon } from 'leaflet/src/layer/vector/Polygon.js';
import { polyline } from 'leaflet/src/layer/vector/Polyline.js';
import { svg } from 'leaflet/src/layer/vector/SVG.js';
import { createMap, Map as LeafletMap } from 'leaflet/src/map/Map.js';
import 'leaflet/src/map/handler/Map.BoxZoom.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.Keyboard.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TapHold.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';

/** A map with what its paths ask for: one drawing in SVG for each pane. Leaflet's own choice brings its canvas along. */
interface WithRenderers extends Leaflet.Map {
  renderers?: Map<string, Leaflet.Renderer>;
}

LeafletMap.include({
  getRenderer(this: WithRenderers, { options: { pane = 'overlayPane' } }: Leaflet.Layer): Leaflet.Renderer {
    this.renderers ??= new Map();
    const renderer = this.renderers.get(pane) ?? (svg({ pane }) as Leaflet.Renderer);
    this.renderers.set(pane, renderer);
    if (!this.hasLayer(renderer)) this.addLayer(renderer);
    return renderer;
  },
});

type Parts =
  | 'bounds'
  | 'circleMarker'
  | 'divIcon'
  | 'latLng'
  | 'latLngBounds'
  | 'layerGroup'
  | 'map'
  | 'marker'
  | 'point'
  | 'polygon'
  | 'polyline';

const parts: Pick<typeof Leaflet, Parts> = {
  bounds: toBounds,
  circleMarker,
  divIcon,
  latLng: toLatLng,
  latLngBounds: toLatLngBounds,
  layerGroup,
  map: createMap,
  marker,
  point: toPoint,
  polygon,
  polyline,
};

export default parts;
