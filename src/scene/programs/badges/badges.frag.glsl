in vec2 vAt;
flat in int vState;
flat in float vAlpha;
flat in float vPixels;

out vec4 colour;

float within(float distance_) {
  return 1.0 - smoothstep(-0.6, 0.6, distance_ * vPixels);
}

// A triangle for a warning, a diamond with cut corners for danger: told apart without colour.
float outline(vec2 at) {
  if (vState == WARNING) {
    vec2 p = vec2(abs(at.x), at.y - 0.12);
    return max(p.y - 0.52, dot(p, vec2(0.8944, -0.4472)) - 0.4) - 0.12;
  }
  vec2 p = abs(at);
  return max(max(p.x, p.y) - 0.86, (p.x + p.y) * 0.7071 - 0.86);
}

void main() {
  float away = outline(vAt);
  float rim = within(away - 0.16);
  float body = within(away);
  vec2 p = vAt - vec2(0.0, vState == WARNING ? 0.1 : 0.0);
  float stroke = max(abs(p.x) - mix(0.13, 0.08, clamp(p.y + 0.4, 0.0, 1.0)), abs(p.y + 0.16) - 0.3);
  float dot_ = length(p - vec2(0.0, 0.38)) - 0.12;
  float mark = within(min(stroke, dot_)) * smoothstep(4.0, 6.0, vPixels);
  vec3 ink = vState == WARNING ? vec3(0.08) : vec3(1.0);
  vec3 seen = mix(uPalette[BACKGROUND], uPalette[vState], body);
  seen = mix(seen, ink, mark * body);
  colour = vec4(seen * rim, rim) * vAlpha;
}
