import { Scene, Vector4, type Mesh, type Object3D, type Points } from 'three';
import type { Steps } from '../core/steps/steps';
import { setInstances } from './attributes';
import type { Camera, Viewport } from './camera';
import type { EdgeRows } from './edgeRows';
import { setPart } from './layerParts';
import type { NodeRows } from './nodeRows';
import { createSlotWriter } from './particleSlots';
import { arrowsProgram } from './programs/arrows/program';
import { badgesProgram } from './programs/badges/program';
import { boxesProgram } from './programs/boxes/program';
import { edgesProgram, setSegments } from './programs/edges/program';
import { labelsProgram } from './programs/labels/program';
import { nodesProgram } from './programs/nodes/program';
import { particlesProgram, responsesProgram } from './programs/particles/program';
import { stillProgram } from './programs/still/program';
import { byteTable, floatTable, integerTable } from './tables';
import type { LayerUniforms, SharedUniforms } from './uniforms';
import { writeEdges, writeNodes, writePlace } from './writeTables';

/** Glyphs to draw, as `programs/labels` reads them. */
export interface GlyphRun {
  readonly count: number;
  readonly anchors: Float32Array<ArrayBuffer>;
  readonly boxes: Float32Array<ArrayBuffer>;
  readonly texels: Float32Array<ArrayBuffer>;
  readonly styles: Float32Array<ArrayBuffer>;
}

/** What one picture of one level owns on the GPU. While levels cross-fade there are two. */
export interface Layer {
  readonly scene: Scene;
  readonly uniforms: LayerUniforms;
  /** Rows to draw, in steps; nothing is to be drawn before the last. */
  settingRows(nodes: NodeRows, edges: EdgeRows, responses: boolean): Steps<void>;
  /** The place of one node that was moved by hand. */
  setPlace(nodes: NodeRows, row: number): void;
  /** Bytes a row: emphasis before, after, marks. */
  setEmphasis(write: (nodes: Uint8Array, edges: Uint8Array) => void): void;
  setBadges(cells: Float32Array<ArrayBuffer>, count: number): void;
  setBoxes(bounds: Float32Array<ArrayBuffer>, looks: Float32Array<ArrayBuffer>, count: number): void;
  setLabels(run: GlyphRun): void;
  /** `unit`: how many units of the camera's world one of the layer's own is. */
  look(camera: Camera, viewport: Viewport, unit: number): void;
  readonly particles: () => number;
  dispose(): void;
}

/** Segments of a curve by the number of edges: where there are many, each is short on the screen. */
const SEGMENTS: ReadonlyArray<readonly [number, number]> = [
  [200, 20],
  [1_500, 12],
  [Infinity, 7],
];

function still(object: Object3D): void {
  object.frustumCulled = false;
  object.matrixAutoUpdate = false;
}

/** A layer with nothing in it. */
export function createLayer(shared: SharedUniforms): Layer {
  const nodeTable = floatTable();
  const edgeTable = integerTable();
  const nodeEmphasis = byteTable();
  const edgeEmphasis = byteTable();
  const uniforms: LayerUniforms = {
    uView: { value: new Vector4(1, 1, 0, 0) },
    uScale: { value: 1 },
    uCrowding: { value: 0 },
    uReach: { value: 1 },
    uEase: { value: 1 },
    uEmphasis: { value: 1 },
    uLabelEase: { value: 1 },
    uOpacity: { value: 1 },
    uNodes: nodeTable.uniform,
    uEdges: edgeTable.uniform,
    uNodeEmphasis: nodeEmphasis.uniform,
    uEdgeEmphasis: edgeEmphasis.uniform,
  };
  const all = { ...shared, ...uniforms };
  const boxes = boxesProgram(all);
  const edges = edgesProgram(all);
  const arrows = arrowsProgram(all);
  const particles = particlesProgram(all);
  const responses = responsesProgram(all);
  const nodes = nodesProgram(all);
  const badges = badgesProgram(all);
  const labels = labelsProgram(all);
  const [under, over] = [stillProgram(all, shared.uUnder), stillProgram(all, shared.uOver)];
  const flow = [responses, particles];
  const drawn: ReadonlyArray<Mesh | Points> = [under, boxes, edges, arrows, ...flow, nodes, badges, labels, over];
  const scene = new Scene();
  scene.matrixWorldAutoUpdate = false;
  for (const object of drawn) {
    still(object);
    object.visible = object === under || object === over;
    scene.add(object);
  }
  [boxes, edges, arrows].forEach((object) => setPart(object, 'under'));
  flow.forEach((object) => setPart(object, 'particles'));
  [nodes, badges, labels].forEach((object) => setPart(object, 'over'));
  [under, over].forEach((object) => setPart(object, 'picture'));
  const writeSlots = createSlotWriter(particles);
  let particleCount = 0;
  let nodeCount = 0;
  let edgeCount = 0;
  let crowding = 0;

  const setCount = (mesh: Mesh, count: number) => {
    setInstances(mesh, count, {});
  };

  return {
    scene,
    uniforms,
    *settingRows(nodeRows, edgeRows, answered) {
      crowding = edgeRows.crowding;
      uniforms.uReach.value = nodeRows.reach;
      nodeCount = nodeRows.ids.length;
      edgeCount = edgeRows.ids.length;
      writeNodes(nodeTable.reserve(nodeCount), nodeRows);
      nodeTable.changed();
      writeEdges(edgeTable.reserve(edgeCount), edgeRows);
      edgeTable.changed();
      yield;
      particleCount = writeSlots(edgeRows);
      responses.geometry = particles.geometry;
      responses.visible = answered && particleCount > 0;
      setCount(nodes, nodeCount);
      setSegments(edges, SEGMENTS.find(([most]) => edgeCount <= most)?.[1] ?? 1);
      setCount(edges, edgeCount);
      setCount(arrows, edgeCount);
    },
    setPlace(nodeRows, row) {
      writePlace(nodeTable.reserve(nodeCount), nodeRows, row);
      nodeTable.changed(row);
    },
    setEmphasis(write) {
      write(nodeEmphasis.reserve(nodeCount), edgeEmphasis.reserve(edgeCount));
      nodeEmphasis.changed();
      edgeEmphasis.changed();
    },
    setBadges(cells, count) {
      setInstances(badges, count, { aBadge: { cells, size: 4 } });
    },
    setBoxes(bounds, looks, count) {
      setInstances(boxes, count, { aBounds: { cells: bounds, size: 4 }, aLook: { cells: looks, size: 3 } });
    },
    setLabels(run) {
      setInstances(labels, run.count, {
        aAnchor: { cells: run.anchors, size: 4 },
        aBox: { cells: run.boxes, size: 4 },
        aTexels: { cells: run.texels, size: 4 },
        aStyle: { cells: run.styles, size: 4 },
      });
    },
    look(camera, viewport, unit) {
      const x = (2 * camera.scale) / viewport.width;
      const y = (-2 * camera.scale) / viewport.height;
      uniforms.uView.value.set(x * unit, y * unit, -camera.x * x, -camera.y * y);
      uniforms.uScale.value = camera.scale * unit;
      uniforms.uCrowding.value = crowding / (camera.scale * unit);
    },
    particles: () => particleCount * (responses.visible ? 2 : 1),
    dispose() {
      for (const object of drawn) {
        object.geometry.dispose();
        const { material } = object;
        (Array.isArray(material) ? material : [material]).forEach((each) => each.dispose());
      }
      [nodeTable, edgeTable, nodeEmphasis, edgeEmphasis].forEach((each) => each.dispose());
      scene.clear();
    },
  };
}
