import { useCallback, useMemo, useState, type RefObject } from 'react';
import type { NodeTable } from '../../core/model/history';
import type { TrafficView } from '../../core/model/view';
import { searchTraffic, type SearchResult } from '../model/search';

export interface Search {
  readonly open: boolean;
  readonly text: string;
  readonly result: SearchResult;
  readonly setText: (text: string) => void;
  readonly show: () => void;
  readonly close: () => void;
}

/** A search over the view and what is elsewhere in the data. Closing it forgets the text. */
export function useSearch(view: TrafficView, nodes: NodeTable, input: RefObject<HTMLInputElement | null>): Search {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const result = useMemo(() => searchTraffic(text, view, nodes), [text, view, nodes]);
  const show = useCallback(() => {
    setOpen(true);
    // The box is not there before the next render.
    window.setTimeout(() => input.current?.focus());
  }, [input]);
  const close = useCallback(() => {
    setOpen(false);
    setText('');
  }, []);
  return { open, text, result, setText, show, close };
}
