import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

/** The column of a page of settings, below the header. */
export const pageStyle = (theme: GrafanaTheme2): string =>
  css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    overflowY: 'auto',
    maxWidth: 900,
    padding: theme.spacing(3),
  });
