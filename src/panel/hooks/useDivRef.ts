import { useRef } from 'react';

/** A reference to a `div`. React 18 and 19 type what `useRef` gives in different ways; `DivRef` is right in both. */
export const useDivRef = () => useRef<HTMLDivElement>(null);

export type DivRef = ReturnType<typeof useDivRef>;
