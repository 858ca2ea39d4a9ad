// jsdom lays nothing out, which the editor of expressions needs: the plain text area stays, as where its chunk is lost.
module.exports = {
  loadExpressionEditor: () => Promise.reject(new Error('The editor of expressions is not loaded in jsdom.')),
};
