import React, { useEffect, useRef, useState } from 'react';
import { css, cx } from '@emotion/css';
import { textUtil, type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2, type IconName } from '@grafana/ui';
import type { Notice, NoticeSeverity } from '../../core/model/notice';
import { countOf } from '../format';
import { noticeText } from '../model/messages';
import { safeLink } from '../model/safeLink';
import { TEST_IDS } from '../testIds';

const ICONS: Readonly<Record<NoticeSeverity, IconName>> = {
  info: 'info-circle',
  warning: 'exclamation-triangle',
  error: 'exclamation-circle',
};
const ORDER: readonly NoticeSeverity[] = ['error', 'warning', 'info'];

interface Props {
  readonly notices: readonly Notice[];
}

/** What was skipped, failed or cut short: one line for the worst, all of it on demand. */
export function NoticeBar({ notices }: Props) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const chip = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const closeFromOutside = ({ target }: PointerEvent) => {
      if (target instanceof Node && root.current?.contains(target) !== true) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', closeFromOutside, true);
    return () => document.removeEventListener('pointerdown', closeFromOutside, true);
  }, [open]);
  const closeByKey = (event: React.KeyboardEvent) => {
    if (open && event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
      chip.current?.focus();
    }
  };
  if (notices.length === 0) {
    return null;
  }
  const sorted = [...notices].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const worst = sorted[0];
  const label = notices.length === 1 ? noticeText(worst) : countOf(notices.length, 'notice');
  return (
    <div ref={root} className={styles.root} data-testid={TEST_IDS.notices} role="presentation" onKeyDown={closeByKey}>
      <button
        ref={chip}
        type="button"
        className={cx(styles.chip, styles[worst.severity])}
        aria-expanded={open}
        title={noticeText(worst)}
        onClick={() => setOpen(!open)}
      >
        <Icon name={ICONS[worst.severity]} size="sm" />
        <span className={styles.line}>{worst.severity === 'error' ? noticeText(worst) : label}</span>
        {worst.severity === 'error' && notices.length > 1 && <span>+{notices.length - 1}</span>}
      </button>
      {open && (
        <ul className={styles.list}>
          {sorted.map((notice, index) => (
            <li key={index} className={styles.item}>
              <Icon
                name={ICONS[notice.severity]}
                size="sm"
                className={styles[notice.severity]}
                title={notice.severity}
              />
              <span>
                {noticeText(notice)} <NoticeLink link={notice.link} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function NoticeLink({ link }: { readonly link: string | undefined }) {
  const styles = useStyles2(getStyles);
  const href = safeLink(link);
  return href === undefined ? null : (
    <a className={styles.link} href={textUtil.sanitizeUrl(href)} target="_blank" rel="noreferrer noopener">
      More
    </a>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  root: css({ position: 'relative', minWidth: 0, maxWidth: '100%' }),
  chip: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    maxWidth: '100%',
    padding: theme.spacing(0.25, 1),
    border: 'none',
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
  }),
  line: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  list: css({
    position: 'absolute',
    top: '100%',
    right: 0,
    zIndex: 3,
    width: 'max-content',
    maxWidth: 'min(420px, 80vw)',
    maxHeight: 240,
    overflow: 'auto',
    margin: theme.spacing(0.5, 0, 0),
    padding: theme.spacing(1),
    listStyle: 'none',
    borderRadius: theme.shape.radius.default,
    border: `1px solid ${theme.colors.border.weak}`,
    background: theme.colors.background.secondary,
    boxShadow: theme.shadows.z2,
  }),
  item: css({ display: 'flex', gap: theme.spacing(0.75), padding: theme.spacing(0.25, 0), overflowWrap: 'anywhere' }),
  link: css({ color: theme.colors.text.link, textDecoration: 'underline' }),
  info: css({ color: theme.colors.info.text }),
  warning: css({ color: theme.colors.warning.text }),
  error: css({ color: theme.colors.error.text }),
});
