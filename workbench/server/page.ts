import type { HostVersion } from '../versions';

/**
 * Grafana's boot data, as little as its libraries read, and the host's bundle.
 *
 * @param jsonData settings of our data source
 */
export function hostPage(
  version: HostVersion,
  hasStyles: boolean,
  jsonData: Readonly<Record<string, string | undefined>>
): string {
  const bootData = {
    settings: {
      buildInfo: { version: `${version.name}.0`, env: 'development' },
      featureToggles: {},
      appSubUrl: '',
      datasources: { 'Traffic Intuition': { jsonData } },
      panels: {},
      apps: {},
    },
    user: { timezone: 'browser', locale: 'en-US', language: 'en-US', theme: 'dark', orgRole: 'Admin' },
    navTree: [],
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Traffic Intuition workbench</title>
<link rel="icon" href="data:,">
<script>
window.grafanaBootData = ${JSON.stringify(bootData)};
window.__grafana_public_path__ = '/public/';
window.public_cdn_path = '';
</script>
${hasStyles ? '<link rel="stylesheet" href="/host/main.css">' : ''}
</head>
<body style="margin: 0">
<div id="root"></div>
<script type="module" src="/host/main.js"></script>
</body>
</html>
`;
}
