import { DEMO_PACKAGES, packagesWithout, requirePackages } from './missing';
import { createSwitch } from './switch';

describe('packages of the servers', () => {
  it('are missing where their program is', () => {
    expect(packagesWithout(() => true)).toEqual([]);
    expect(packagesWithout(() => false)).toEqual(DEMO_PACKAGES);
    expect(packagesWithout((path) => path !== '/usr/bin/carbon-cache')).toEqual(['graphite-carbon']);
  });

  it('are named in the error, with the command that installs them', () => {
    expect(() => requirePackages(['prometheus', 'gunicorn'])).toThrow(
      /prometheus, gunicorn\. .*apt-get install prometheus gunicorn/
    );
    expect(() => requirePackages([])).not.toThrow();
  });
});

describe('createSwitch', () => {
  function recorded() {
    const log: string[] = [];
    const power = createSwitch(async () => {
      log.push('start');
      return {
        stop: async () => {
          log.push('stop');
        },
      };
    });
    return { log, power };
  }

  it('starts and stops once, however often it is asked', async () => {
    const { log, power } = recorded();
    await Promise.all([power.start(), power.start(), power.stop(), power.stop(), power.start()]);
    expect(log).toEqual(['start', 'stop', 'start']);
  });

  it('can be started after a start that failed', async () => {
    let attempts = 0;
    const power = createSwitch(async () => {
      attempts++;
      if (attempts === 1) {
        throw new Error('port in use');
      }
      return { stop: async () => undefined };
    });
    await expect(power.start()).rejects.toThrow('port in use');
    await power.start();
    expect(attempts).toBe(2);
  });
});
