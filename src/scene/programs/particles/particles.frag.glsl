uniform float uGlow;

flat in vec3 vColour;
flat in vec2 vDirection;
flat in int vShape;
flat in float vAlpha;
flat in float vReach;
flat in float vAhead;
flat in float vSoft;
flat in float vTrail;
flat in float vLight;

out vec4 colour;

// Signed distance, less than 0 within, of the shape of a class in a unit circle; x along the way.
float shape(vec2 at) {
  if (vShape == 1) {
    return max(-at.x - 0.55, dot(vec2(abs(at.y), at.x), vec2(0.8575, 0.5145)) - 0.5145);
  }
  if (vShape == 2) {
    // Longer than wide: on a slanting way a regular one would look like a square.
    return (abs(at.x) * 0.82 + abs(at.y) * 1.3 - 1.0) * 0.65;
  }
  return length(at) - 0.86;
}

void main() {
  vec2 square = (gl_PointCoord * 2.0 - 1.0) * vReach;
  vec2 at = vec2(dot(square, vDirection) - vAhead, dot(square, vec2(-vDirection.y, vDirection.x)));
  float away = shape(at);
#ifdef RESPONSES
  // Hollow, and without light.
  float rim = abs(away + 0.24) - 0.2;
  float hollow = (1.0 - smoothstep(-0.75 * vSoft, 0.75 * vSoft, rim)) * vAlpha * 0.9;
  colour = vec4(vColour * hollow, hollow);
#else
  float body = 1.0 - smoothstep(-0.75 * vSoft, 0.75 * vSoft, away);
  float light = 0.0;
  if (uGlow > 0.0) {
    // A comet: light about the head, and a trail that narrows and fades behind it. A still picture tells the way too.
    float halo = max(0.0, 1.0 - length(at) / (1.15 + 1.25 * uGlow));
    float behind = clamp(-at.x / (1.0 + 7.0 * vTrail), 0.0, 1.0);
    float wide = mix(1.05, 0.3, behind);
    float trail = at.x < 0.0 ? (1.0 - behind) * sqrt(1.0 - behind) * (1.0 - smoothstep(0.0, wide, abs(at.y))) : 0.0;
    light = max(halo * halo * 0.75 * uDark, trail * mix(0.45, 0.62, uDark)) * vLight;
  }
  // White hot in the middle where light adds up; a flat, full colour on a light ground.
  float hot = uDark * mix(0.45, 0.75, float(vShape == 0)) * (1.0 - smoothstep(-0.85, -0.1, away));
  float alpha = max(body, light) * vAlpha;
  colour = vec4(mix(vColour, vec3(1.0), hot) * alpha, alpha * mix(1.0, 0.6, uDark * (1.0 - body)));
#endif
}
