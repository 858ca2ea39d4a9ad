import React, { useEffect, useRef, useState } from 'react';
import { css } from '@emotion/css';
import type { TrafficView } from '../../core/model/view';
import { changeSentence, pinSentence, viewSentence } from '../model/summary';
import { TEST_IDS } from '../testIds';

interface Props {
  /** The id that the map's description refers to. */
  readonly id: string;
  readonly view: TrafficView;
  /** Ids of nodes that are pinned. */
  readonly pinned: ReadonlySet<string>;
  /** What the keyboard's cursor is on, said at once. */
  readonly cursor: string;
}

const HIDDEN = css({
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  padding: 0,
  border: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});

/** The map in words: a standing description, and polite announcements of state changes and of the cursor's place. */
export function ScreenReaderSummary({ id, view, pinned, cursor }: Props) {
  const changes = useStateChanges(view);
  const pins = usePinChanges(view, pinned);
  return (
    <div className={HIDDEN} data-testid={TEST_IDS.summary}>
      <p id={id}>
        {viewSentence(view)} Arrow keys move between services, Enter opens one, Space shows its details, Escape goes
        back, T shows a table, P pins a service, and Shift with an arrow moves it.
      </p>
      <p role="status">{changes}</p>
      <p role="status">{pins}</p>
      <p role="status" aria-live="polite">
        {cursor}
      </p>
    </div>
  );
}

function usePinChanges(view: TrafficView, pinned: ReadonlySet<string>): string {
  const before = useRef({ pinned, path: view.path });
  const [said, setSaid] = useState('');
  useEffect(() => {
    const was = before.current;
    before.current = { pinned, path: view.path };
    if (was.pinned !== pinned && was.path === view.path) {
      setSaid(pinSentence(view, was.pinned, pinned));
    }
  }, [view, pinned]);
  return said;
}

function useStateChanges(view: TrafficView): string {
  const before = useRef(view);
  const [changes, setChanges] = useState('');
  useEffect(() => {
    const was = before.current;
    before.current = view;
    const sentence = was === view || was.path.join('/') !== view.path.join('/') ? '' : changeSentence(was, view);
    if (sentence !== '') {
      setChanges(sentence);
    }
  }, [view]);
  return changes;
}
