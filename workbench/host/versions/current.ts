/** The bridge of the version that the repository compiles against; the build puts another version's in its place. */
export { bridge } from './grafana12';
