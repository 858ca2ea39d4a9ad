/** The bundled source of a worker, as text; the build provides it. */
declare module '*.worker.inline' {
  const source: string;
  export default source;
}
