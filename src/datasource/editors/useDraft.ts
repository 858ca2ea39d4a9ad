import { useState } from 'react';

/** A text that is edited freely and handed on only when it is done. */
export interface Draft {
  readonly text: string;
  readonly edit: (text: string) => void;
  /** Hands the text on if it differs from what it was. */
  readonly commit: () => void;
}

/** Shows `value` while nothing is edited, so that what the owner makes of a text is what stands there afterwards. */
export function useDraft(value: string, onCommit: (text: string) => void): Draft {
  const [edited, setEdited] = useState<string>();
  return {
    text: edited ?? value,
    edit: setEdited,
    commit: () => {
      setEdited(undefined);
      if (edited !== undefined && edited !== value) {
        onCommit(edited);
      }
    },
  };
}
