import { saveFile } from './saveFile';

describe('saveFile', () => {
  it('downloads by a link that is not part of the page', () => {
    jest.useFakeTimers();
    const revoked: string[] = [];
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: (url: string) => revoked.push(url) });
    const clicked: HTMLAnchorElement[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this);
    });
    saveFile(new Blob(['a']), 'rules.yml');
    expect(clicked).toHaveLength(1);
    expect(clicked[0]).toMatchObject({ href: 'blob:1', download: 'rules.yml', isConnected: false });
    expect(revoked).toEqual([]);
    jest.runAllTimers();
    expect(revoked).toEqual(['blob:1']);
  });
});
