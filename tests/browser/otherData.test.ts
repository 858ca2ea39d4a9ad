import { countDifferent } from '../support/browser/pixels';
import { useSession } from '../support/browser/session';

const session = useSession();

describe('data that is not ours', () => {
  it.each([
    ['table', ['catalogue', 'checkout', 'inventory', 'ledger', 'payments', 'search', 'storefront']],
    ['nodegraph', ['catalogue', 'checkout', 'payments', 'search', 'storefront']],
  ])('draws the %s scenario as a living map', async (scenario, names) => {
    const workbench = await session.open({ scenario });
    await workbench.mapReady();
    expect(await workbench.namesInTable()).toEqual(names);
    await workbench.closeTable();
    const first = await workbench.pictureAt(100);
    expect(countDifferent(first, await workbench.pictureAt(100.5))).toBeGreaterThan(100);
    expect(workbench.errors.messages).toEqual([]);
  });
});

describe('where there is no map to draw', () => {
  it('says which fields it found and what it needs', async () => {
    const workbench = await session.open({ scenario: 'wrong-frames' });
    await workbench.message.waitFor();
    const text = await workbench.message.innerText();
    expect(text).toMatch(/source/);
    expect(text).toMatch(/target/);
    expect(text).toMatch(/Time.*Value/);
    expect(workbench.errors.messages).toEqual([]);
  });

  it('says that there is no traffic, and what to do', async () => {
    const workbench = await session.open({ scenario: 'simulated-empty' });
    await workbench.message.waitFor();
    expect(await workbench.message.innerText()).toMatch(/no traffic|no data/i);
    expect(workbench.errors.messages).toEqual([]);
  });

  it('shows the traffic as a table in a browser without WebGL 2', async () => {
    const workbench = await session.open({ scenario: 'no-webgl', options: { detail: 'services' } });
    await workbench.message.waitFor();
    expect(await workbench.message.innerText()).toMatch(/WebGL 2/);
    await workbench.table.getByText('checkout').first().waitFor();
    expect(workbench.errors.messages).toEqual([]);
  });

  it('says what failed where an upstream does not answer', async () => {
    const workbench = await session.open({ scenario: 'upstream-down' }, { expectedErrors: /status of 400/ });
    await workbench.message.waitFor();
    const text = await workbench.message.innerText();
    expect(text).toMatch(/Prometheus \(down\)/);
    expect(text).toMatch(/502/);
    expect(workbench.errors.messages).toEqual([]);
  });
});

describe('many panels on one dashboard', () => {
  it('all draw, and none is left without a context', async () => {
    const workbench = await session.open({ scenario: 'simulated-small', panels: 6, width: 420, height: 260 });
    await workbench.page.waitForFunction(
      ({ selector, count }) => document.querySelectorAll(selector).length === count,
      { selector: '[data-status="ready"]', count: 6 }
    );
    expect(workbench.errors.messages).toEqual([]);
  });
});
