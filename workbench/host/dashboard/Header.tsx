import React, { type ReactElement } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Select, useStyles2 } from '@grafana/ui';
import { SCENARIOS, type Scenario } from '../../scenarios';
import { changedAddress, type Address } from '../address';

const goTo = (changes: Readonly<Record<string, string>>): void =>
  window.location.assign(changedAddress(window.location.search, changes));

const PAGES: ReadonlyArray<{ readonly page: Address['page']; readonly words: string }> = [
  { page: 'dashboard', words: 'Dashboard' },
  { page: 'config', words: 'Data source' },
  { page: 'variable', words: 'Variable' },
  { page: 'annotation', words: 'Annotation' },
];

/** Chooses what the page shows; each choice is a new address. */
export function Header({ scenario, address }: { scenario: Scenario; address: Address }): ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <header className={styles.header}>
      <strong>Traffic Intuition workbench</strong>
      <Select
        aria-label="Scenario"
        width={36}
        value={scenario.name}
        options={SCENARIOS.map(({ name, title, about }) => ({ value: name, label: title, description: about }))}
        onChange={(choice) => goTo({ scenario: choice.value ?? '' })}
      />
      <span className={styles.about}>{scenario.about}</span>
      {PAGES.filter(({ page }) => page !== address.page).map(({ page, words }) => (
        <Button key={page} variant="secondary" fill="text" onClick={() => goTo({ page })}>
          {words}
        </Button>
      ))}
      <Button variant="secondary" fill="text" onClick={() => goTo({ edit: address.edit ? '' : '1' })}>
        {address.edit ? 'Done' : 'Edit panel'}
      </Button>
      <Button
        variant="secondary"
        fill="text"
        onClick={() => goTo({ theme: address.theme === 'dark' ? 'light' : 'dark' })}
      >
        {address.theme === 'dark' ? 'Light' : 'Dark'}
      </Button>
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    alignItems: 'center',
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
  }),
  about: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary, flexGrow: 1 }),
});
