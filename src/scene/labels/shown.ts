import type { Camera, Viewport } from '../camera';
import type { SceneOptions } from '../types';
import type { PlacedText } from './glyphRun';
import type { ShownLabels } from './wish';

/** What a choice of labels was made for, save for the rates. */
export interface ChosenFor {
  /** Something came or went since: there may be room where there was none. */
  readonly otherRows?: true;
  readonly camera: Camera;
  readonly viewport: Viewport;
  readonly options: Pick<SceneOptions, 'textScale' | 'edgeLabel'>;
}

/** Whether a choice for one picture may go on in the other. */
export function isSamePicture(one: ChosenFor, other: ChosenFor): boolean {
  const numbers = ({ camera, viewport, options }: ChosenFor) => {
    const { insets } = viewport;
    const sides = [insets?.left, insets?.top, insets?.right, insets?.bottom];
    return [camera.x, camera.y, camera.scale, viewport.width, viewport.height, ...sides, options.textScale];
  };
  const others = numbers(other);
  return (
    one.options.edgeLabel === other.options.edgeLabel && numbers(one).every((value, index) => value === others[index])
  );
}

/** Labels of nodes and edges by their rows. */
export function shownLabels(texts: readonly PlacedText[], sameRows: boolean): ShownLabels {
  const byRow = (of: PlacedText['of']) =>
    new Map(texts.filter((text) => text.of === of).map((text) => [text.anchor[0], text]));
  return { nodes: byRow('node'), edges: byRow('edge'), sameRows };
}
