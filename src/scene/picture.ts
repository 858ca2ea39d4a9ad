import type { Camera, Viewport } from './camera';
import type { EdgeRows } from './edgeRows';
import type { NodeRows } from './nodeRows';

/** What is drawn and how it is looked at: what picking and labels go by. */
export interface Picture {
  readonly nodes: NodeRows;
  readonly edges: EdgeRows;
  /** How far places are on their way, 0–1. */
  readonly part: number;
  readonly camera: Camera;
  readonly viewport: Viewport;
  /** Of edges, as `emphasis.ts` has them: those that are marked are drawn whole. */
  readonly marks?: Uint8Array;
  /** Of edges: parts of the way at which their badges are. */
  readonly badgeParts?: Float32Array;
}
