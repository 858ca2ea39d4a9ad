uniform float uPulse;

in vec2 vAt;
flat in float vPixels;
flat in float vAlpha;
flat in float vDim;
flat in vec3 vShares;
flat in float vLoaded;
flat in int vKind;
flat in int vState;
flat in int vActivity;
flat in int vMarks;
flat in float vOutside;

out vec4 colour;

const int GROUP_KIND = 7;

// Premultiplied: `top` over what is there.
void lay(inout vec4 under, vec3 top, float alpha) {
  under = vec4(top * alpha, alpha) + under * (1.0 - alpha);
}

float within(float distance_) {
  return 1.0 - smoothstep(-0.6, 0.6, distance_ * vPixels);
}

float band(float radius, float from, float to) {
  return within(abs(radius - (from + to) * 0.5) - (to - from) * 0.5);
}

void main() {
  float radius = length(vAt);
  bool group = vKind == GROUP_KIND;
  bool trouble = vState == WARNING || vState == DANGER;
  bool blank = vActivity == 2 || vState == NO_DATA;
  vec3 state = uPalette[trouble ? vState : NODE_BORDER];
  vec3 ground = uPalette[BACKGROUND];
  float detail = smoothstep(5.0, 10.0, vPixels);
  vec4 seen = vec4(0.0);

  if (trouble) {
    float fall = clamp(1.0 - (radius - 1.0) / 0.75, 0.0, 1.0);
    float strength = vState == DANGER ? 0.55 + 0.15 * uPulse : 0.32;
    lay(seen, state, fall * fall * strength * step(0.9, radius));
  }

  // Nothing behind a node shows through it.
  lay(seen, ground, within(radius - 1.02));
  vec3 fill = mix(uPalette[NODE_FILL], uPalette[TEXT], 0.05 * clamp(-vAt.y, 0.0, 1.0));
  if (trouble) {
    fill = mix(fill, state, 0.16);
  }
  float core = group ? 0.78 : 0.8;
  float inside = within(radius - core);
  lay(seen, fill, inside);
  if (blank) {
    float stripe = abs(fract((vAt.x + vAt.y) * 2.4) - 0.5) * 2.0;
    lay(seen, uPalette[NO_DATA], inside * 0.4 * smoothstep(0.45, 0.6, stripe) * detail);
  }

  // Ring of class shares, clockwise from the top; thin gaps between.
  float from = mix(0.72, group ? 0.9 : 0.84, detail);
  float ring = band(radius, from, 1.0);
  float turn = fract(atan(vAt.x, -vAt.y) / TURN + 1.0);
  float bad = vShares.y > 0.0 ? max(vShares.y, 0.02) : 0.0;
  float poor = vShares.x > 0.0 ? max(vShares.x, 0.02) : 0.0;
  vec3 share = turn < bad ? uPalette[DANGER] : turn < bad + poor ? uPalette[WARNING] : uPalette[NORMAL];
  if (bad + poor > 0.0) {
    float gap = min(min(abs(turn - bad), abs(turn - bad - poor)), min(turn, 1.0 - turn)) * TURN * radius;
    ring *= mix(1.0, smoothstep(0.0, 0.05, gap), detail);
  }
  if (vActivity == 0) {
    lay(seen, mix(ground, share, turn < bad + poor ? 1.0 : 0.82), ring);
  } else {
    float dash = blank ? smoothstep(0.3, 0.42, abs(fract(turn * 14.0) - 0.5) * 2.0) : 1.0;
    lay(seen, uPalette[blank ? NO_DATA : NODE_BORDER], band(radius, 0.93, 1.0) * dash);
  }
  if (group) {
    // The second ring, with a notch at each quarter: a container.
    float notch = smoothstep(0.06, 0.1, abs(fract(turn * 4.0 + 0.5) - 0.5));
    lay(seen, mix(uPalette[NORMAL], ground, 0.35), band(radius, 0.755, 0.8) * detail * notch);
  }

  // Volume against the node's capacity, or else the greatest of the view.
  // A load is a measure of its own: a broader arc, on a track that shows how much is left.
  float arc = band(radius, core - mix(0.075, 0.15, vLoaded), core - 0.02) * detail * (group ? 0.0 : 1.0);
  lay(seen, uPalette[NODE_BORDER], arc * vLoaded * 0.55);
  lay(seen, uPalette[NORMAL], arc * mix(0.6, 0.95, vLoaded) * step(turn, vShares.z) * step(0.001, vShares.z));

  if (!group) {
    float glyph = within(icon(vKind, vAt / 0.98)) * smoothstep(8.0, 13.0, vPixels);
    lay(seen, trouble ? mix(state, uPalette[TEXT], 0.35) : uPalette[TEXT_MUTED], glyph * (vOutside > 0.5 ? 0.6 : 0.9));
  }
  if (trouble) {
    lay(seen, state, band(radius, 1.06, vState == DANGER ? 1.17 : 1.13));
  }

  // Dimming goes towards the background, so that edges do not show through.
  float dim = vDim * (vOutside > 0.5 ? 0.72 : 1.0);
  seen.rgb = mix(ground * seen.a, seen.rgb, dim);
  if (radius > 1.02) {
    seen *= dim;
  }
  if ((vMarks & 2) > 0) {
    lay(seen, uPalette[FOCUS], band(radius, 1.28, 1.28 + max(0.09, 3.0 / vPixels)));
  } else if ((vMarks & 5) > 0) {
    lay(seen, uPalette[FOCUS], band(radius, 1.26, 1.26 + max(0.05, 2.0 / vPixels)) * 0.7);
  }
  colour = seen * vAlpha;
}
