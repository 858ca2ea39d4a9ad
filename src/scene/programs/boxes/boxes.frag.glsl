in vec2 vAt;
flat in vec2 vHalf;
flat in int vState;
flat in float vAlpha;
flat in float vCorner;

out vec4 colour;

void main() {
  vec2 q = abs(vAt) - vHalf + vCorner;
  float away = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - vCorner;
  bool trouble = vState == WARNING || vState == DANGER;
  vec3 tone = uPalette[trouble ? vState : TEXT_MUTED];
  float body = 1.0 - smoothstep(-0.7, 0.7, away);
  float rim = 1.0 - smoothstep(0.2, 1.2, abs(away + 0.8));
  // The ground of a box stays quiet whatever its state: its border and name tell that.
  vec3 ground = mix(uPalette[TEXT], tone, trouble ? 0.5 : 0.0);
  float fill = body * mix(0.035, 0.045, uDark);
  float edge = rim * (trouble ? 0.75 : 0.35);
  colour = vec4(ground * fill * (1.0 - edge) + tone * edge, fill * (1.0 - edge) + edge) * vAlpha;
}
