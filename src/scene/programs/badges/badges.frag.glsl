in vec2 vAt;
flat in int vTells;
flat in float vAlpha;
flat in float vPixels;

out vec4 colour;

const int PINNED = 4;

float within(float distance_) {
  return 1.0 - smoothstep(-0.6, 0.6, distance_ * vPixels);
}

// A triangle for a warning, a square with cut corners for danger, a disc for a pin: told apart without colour.
float outline(vec2 at) {
  if (vTells == WARNING) {
    vec2 p = vec2(abs(at.x), at.y - 0.12);
    return max(p.y - 0.52, dot(p, vec2(0.8944, -0.4472)) - 0.4) - 0.12;
  }
  if (vTells == PINNED) {
    return length(at) - 0.9;
  }
  vec2 p = abs(at);
  return max(max(p.x, p.y) - 0.86, (p.x + p.y) * 0.7071 - 0.86);
}

float bar(vec2 at, vec2 half_) {
  vec2 q = abs(at) - half_;
  return max(q.x, q.y);
}

// A drawing pin: its head, its collar, its needle.
float pin(vec2 at) {
  float head = bar(at - vec2(0.0, -0.46), vec2(0.26, 0.08));
  float body = bar(at - vec2(0.0, -0.2), vec2(0.17, 0.26));
  float collar = bar(at - vec2(0.0, 0.08), vec2(0.36, 0.08));
  float needle = bar(at - vec2(0.0, 0.36), vec2(0.06, 0.28));
  return min(min(head, body), min(collar, needle));
}

float exclamation(vec2 at) {
  vec2 p = at - vec2(0.0, vTells == WARNING ? 0.1 : 0.0);
  float stroke = max(abs(p.x) - mix(0.13, 0.08, clamp(p.y + 0.4, 0.0, 1.0)), abs(p.y + 0.16) - 0.3);
  return min(stroke, length(p - vec2(0.0, 0.38)) - 0.12);
}

void main() {
  float away = outline(vAt);
  float rim = within(away - 0.16);
  float body = within(away);
  bool pinned = vTells == PINNED;
  float mark = within(pinned ? pin(vAt) : exclamation(vAt)) * smoothstep(4.0, 6.0, vPixels);
  vec3 ground = uPalette[BACKGROUND];
  vec3 tone = pinned ? uPalette[TEXT] : uPalette[vTells];
  // White has a contrast of 3 at least against what is darker than this.
  bool bright = dot(pow(tone, vec3(2.2)), vec3(0.2126, 0.7152, 0.0722)) > 0.3;
  vec3 ink = pinned ? ground : bright ? vec3(0.08) : vec3(1.0);
  vec3 seen = mix(ground, tone, body);
  seen = mix(seen, ink, mark * body);
  colour = vec4(seen * rim, rim) * vAlpha;
}
