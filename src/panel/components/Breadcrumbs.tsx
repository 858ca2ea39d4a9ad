import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import type { Crumb, Place } from '../model/navigation';
import { shownText } from '../model/shownText';
import { TEST_IDS } from '../testIds';

interface Props {
  readonly trail: readonly Crumb[];
  readonly onGo: (place: Place) => void;
  readonly onBack: () => void;
}

/** World / eu-west / shop: where the reader is, and the ways back. Shows nothing at the top. */
export function Breadcrumbs({ trail, onGo, onBack }: Props) {
  const styles = useStyles2(getStyles);
  if (trail.length < 2) {
    return null;
  }
  return (
    <nav className={styles.root} aria-label="Level of the map" data-testid={TEST_IDS.breadcrumbs}>
      <IconButton name="arrow-left" tooltip="Back (Esc)" size="md" onClick={onBack} />
      <ol className={styles.list}>
        {trail.map(({ label, place }, index) => (
          <li key={index} className={styles.item}>
            {index === trail.length - 1 ? (
              <span className={styles.here} aria-current="location" title={shownText(label)}>
                {shownText(label)}
              </span>
            ) : (
              <button type="button" className={styles.link} title={shownText(label)} onClick={() => onGo(place)}>
                {shownText(label)}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    minWidth: 0,
    padding: theme.spacing(0.25, 1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  list: css({ display: 'flex', alignItems: 'baseline', listStyle: 'none', margin: 0, padding: 0, minWidth: 0 }),
  item: css({
    display: 'flex',
    minWidth: 0,
    '&:not(:first-child)::before': {
      content: '"/"',
      padding: theme.spacing(0, 0.75),
      color: theme.colors.text.disabled,
    },
  }),
  link: css({
    background: 'none',
    border: 'none',
    padding: 0,
    font: 'inherit',
    color: theme.colors.text.link,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
  }),
  here: css({
    fontWeight: theme.typography.fontWeightMedium,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
});
