import { useState } from 'react';

/** A text that is edited freely and handed on only when it is done. */
export interface Draft {
  readonly text: string;
  readonly edit: (text: string) => void;
  /** Hands the text on if it differs from what it was. */
  readonly commit: () => void;
  /** The same for a text that may be newer than what was handed to `edit`. */
  readonly finish: (text: string) => void;
}

/** Shows `value` while nothing is edited, so that what the owner makes of a text is what stands there afterwards. */
export function useDraft(value: string, onCommit: (text: string) => void): Draft {
  const [edited, setEdited] = useState<string>();
  const finish = (text: string) => {
    setEdited(undefined);
    if (text !== value) {
      onCommit(text);
    }
  };
  return {
    text: edited ?? value,
    edit: setEdited,
    commit: () => finish(edited ?? value),
    finish,
  };
}
