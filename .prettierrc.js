module.exports = {
  // The settings of Grafana's scaffold
  ...require('./.config/.prettierrc.js'),
};
