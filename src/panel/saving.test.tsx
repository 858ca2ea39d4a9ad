import { fireEvent, screen, waitFor } from '@testing-library/react';
import { installResizeObserver, pressKey, small } from './testing/actions';
import { renderPanel, settle } from './testing/renderPanel';

beforeAll(installResizeObserver);

describe('saving', () => {
  const saved: Array<{ readonly name: string; readonly content: Blob }> = [];

  beforeEach(() => {
    saved.length = 0;
    let content = new Blob();
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        content = blob;
        return 'blob:1';
      },
    });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, content });
    });
  });

  afterEach(() => jest.restoreAllMocks());

  const choose = async (item: string) => {
    fireEvent.click(screen.getByLabelText('Save'));
    fireEvent.click(await screen.findByText(item));
    await settle();
  };

  it('downloads the map as Vizceral JSON, named after its time', async () => {
    await renderPanel(small());
    await choose('Vizceral JSON');
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['traffic-1970-01-01T000200Z.json']));
    const reader = new FileReader();
    const text = await new Promise((resolve) => {
      reader.onload = () => resolve(reader.result);
      reader.readAsText(saved[0].content);
    });
    expect(JSON.parse(String(text))).toMatchObject({ renderer: 'global', nodes: [{ name: 'eu', renderer: 'region' }] });
  });

  it('downloads the frame after the one that was asked for as a picture', async () => {
    const picture = new Blob(['png'], { type: 'image/png' });
    jest.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((take) => take(picture));
    const { scenes } = await renderPanel(small());
    scenes.made[0].calls.draw.mockClear();
    await choose('Picture (PNG)');
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['traffic-1970-01-01T000200Z.png']));
    expect(saved[0].content).toBe(picture);
    expect(scenes.made[0].calls.draw).toHaveBeenCalled();
  });

  it('offers no picture of a table', async () => {
    await renderPanel(small());
    await pressKey('t');
    fireEvent.click(screen.getByLabelText('Save'));
    await screen.findByText('Vizceral JSON');
    expect(screen.queryByText('Picture (PNG)')).toBeNull();
  });
});
