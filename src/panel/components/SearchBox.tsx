import React, { forwardRef, type KeyboardEvent } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, Input, useStyles2 } from '@grafana/ui';
import type { SearchResult } from '../model/search';
import { shownText } from '../model/shownText';

/** More places elsewhere are counted, not listed. */
const MOST_ELSEWHERE = 8;

interface Props {
  readonly text: string;
  readonly result: SearchResult;
  readonly total: number;
  readonly onText: (text: string) => void;
  /** Enter: on to the next match. */
  readonly onNext: (by: 1 | -1) => void;
  readonly onGo: (path: readonly string[], id: string) => void;
  readonly onClose: () => void;
}

/** Finds services by name or group: here they stand out, and those elsewhere are one click away. */
export const SearchBox = forwardRef<HTMLInputElement, Props>(function SearchBox(props, ref) {
  const { text, result, total, onText, onNext, onGo, onClose } = props;
  const styles = useStyles2(getStyles);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      onClose();
    } else if (event.key === 'Enter') {
      onNext(event.shiftKey ? -1 : 1);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const { matches, elsewhere } = result;
  return (
    <div className={styles.root} role="search">
      <Input
        ref={ref}
        className={styles.input}
        value={text}
        placeholder="Find a service or group"
        aria-label="Find a service or group"
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        suffix={
          <>
            {text !== '' && (
              <span role="status">
                {matches.size} of {total}
              </span>
            )}
            <IconButton name="times" size="sm" aria-label="Close search" onClick={onClose} />
          </>
        }
      />
      {elsewhere.length > 0 && (
        <ul className={styles.list} aria-label="Found elsewhere">
          {elsewhere.slice(0, MOST_ELSEWHERE).map(({ id, name, path }) => (
            <li key={id}>
              <button type="button" className={styles.button} onClick={() => onGo(path, id)}>
                {name} <span className={styles.path}>{shownText(path.join(' / '))}</span>
              </button>
            </li>
          ))}
          {elsewhere.length > MOST_ELSEWHERE && (
            <li className={styles.path}>and {elsewhere.length - MOST_ELSEWHERE} more elsewhere</li>
          )}
        </ul>
      )}
    </div>
  );
});

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({ position: 'relative', width: 260, maxWidth: '100%' }),
  input: css({ width: '100%' }),
  list: css({
    position: 'absolute',
    top: '100%',
    left: 0,
    right: 0,
    zIndex: 3,
    margin: theme.spacing(0.5, 0, 0),
    padding: theme.spacing(0.5, 1),
    listStyle: 'none',
    maxHeight: 240,
    overflow: 'auto',
    borderRadius: theme.shape.radius.default,
    border: `1px solid ${theme.colors.border.weak}`,
    background: theme.colors.background.secondary,
    boxShadow: theme.shadows.z2,
  }),
  button: css({
    width: '100%',
    padding: theme.spacing(0.25, 0),
    border: 'none',
    background: 'none',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
  }),
  path: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
