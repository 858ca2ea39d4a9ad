const { build } = require('esbuild');

/**
 * Bundles a worker's entry and exports its source as a string: a chunk's or a CDN's address may not load as a worker,
 * a Blob of this text always may.
 */
module.exports = async function inlineWorkerLoader() {
  const done = this.async();
  try {
    const result = await build({
      entryPoints: [this.resourcePath],
      bundle: true,
      write: false,
      minify: this.mode === 'production',
      format: 'iife',
      target: 'es2020',
      metafile: true,
    });
    for (const file of Object.keys(result.metafile.inputs)) {
      this.addDependency(require('node:path').resolve(file));
    }
    done(null, `export default ${JSON.stringify(result.outputFiles[0].text)};`);
  } catch (error) {
    done(error);
  }
};
