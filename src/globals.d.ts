/** Shader sources, imported as text. */
declare module '*.glsl' {
  const source: string;
  export default source;
}
