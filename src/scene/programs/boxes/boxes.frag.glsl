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
  vec3 tone = uPalette[trouble ? vState : GROUP];
  float body = 1.0 - smoothstep(-0.7, 0.7, away);
  float rim = 1.0 - smoothstep(0.2, 1.2, abs(away + 0.8));
  float alpha = max(body * (trouble ? 0.09 : 0.07), rim * (trouble ? 0.55 : 0.3)) * vAlpha;
  colour = vec4(tone * alpha, alpha);
}
