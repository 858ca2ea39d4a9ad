import { openOptions } from '../support/browser/optionsPane';
import { useSession } from '../support/browser/session';

const session = useSession();

describe('fields of data that is not ours', () => {
  it('mean what the options say, and what their names say again', async () => {
    const { workbench, section, stored } = await openOptions(session, {
      scenario: 'table',
      options: { detail: 'services' },
    });
    const { table } = workbench;
    const data = section('Data');
    const mapped = async (label: string, key: string, text: string) => {
      await data.write(label, text);
      expect(await stored()).toHaveProperty(`mapping.${key}`, text);
    };
    const found = async (label: string, key: string) => {
      await data.write(label, '');
      expect(await stored()).not.toHaveProperty(`mapping.${key}`);
    };
    /** A cell of a connection in the table, which is closed wherever the data is no traffic. */
    const connection = async (name: string, cell: string) => {
      await workbench.namesInTable();
      await table.getByText('Connections', { exact: true }).click({ force: true });
      await table.getByRole('row').filter({ hasText: name }).getByText(cell, { exact: true }).waitFor();
    };
    await connection('storefront → search', '180 req/s');
    await connection('storefront → search', '12.2%');

    await mapped('Source field', 'source', 'nowhere');
    await workbench.message.getByText(/nowhere/).waitFor();
    await mapped('Source field', 'source', 'target');
    await mapped('Target field', 'target', 'source');
    await connection('search → storefront', '180 req/s');
    await mapped('Rate field', 'rate', 'errors');
    await connection('search → storefront', '22 req/s');
    await found('Rate field', 'rate');
    await mapped('Errors field', 'errors', 'rate');
    await connection('search → storefront', '100%');
    await found('Errors field', 'errors');
    await found('Source field', 'source');
    await found('Target field', 'target');
    await connection('storefront → search', '180 req/s');

    await mapped('Error ratio field', 'errorRatio', 'errors');
    await mapped('p95 field', 'p95', 'rate');
    await mapped('Class field', 'class', 'source');
    await mapped('Group of the source', 'sourceGroup', 'source');
    await mapped('Group of the target', 'targetGroup', 'target');
    await section('Map').press('Groups');
    await table.getByText('Services', { exact: true }).click({ force: true });
    await table.getByRole('row').filter({ hasText: 'ledger' }).getByText('group of 1 service').waitFor();
    expect(workbench.errors.messages).toEqual([]);
  });
});
