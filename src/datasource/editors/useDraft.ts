import { useEffect, useState } from 'react';

/** A text that is edited freely and handed on only when it is done. */
export interface Draft {
  readonly text: string;
  readonly edit: (text: string) => void;
  /** Hands the text on if it differs from what it was. */
  readonly commit: () => void;
}

export function useDraft(value: string, onCommit: (text: string) => void): Draft {
  const [text, edit] = useState(value);
  useEffect(() => edit(value), [value]);
  return {
    text,
    edit,
    commit: () => {
      if (text !== value) {
        onCommit(text);
      }
    },
  };
}
