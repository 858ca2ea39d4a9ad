uniform float uTime;
uniform uint uEpoch;
uniform float uParticleSize;
uniform float uGlow;

in uvec2 aParticle;

flat out vec3 vColour;
flat out vec2 vDirection;
flat out int vShape;
flat out float vAlpha;
// Half of the square in radii of the particle's body, and how far the body's middle lies ahead of the square's.
flat out float vReach;
flat out float vAhead;
flat out float vSoft;
flat out float vTrail;
flat out float vLight;

// Radii of the body to which the light reaches ahead and beside, and behind.
const float HALO = 1.25;
const float TRAIL = 7.0;

// Mirrors src/core/flow/phase.ts.
const float LAPS = 256.0;
const float LAP_STEP = 157.0;

// Irrational steps as parts of 2^32 (golden ratio, plastic number, root of two): slots spread evenly along the edge,
// over the classes and over the lanes, however many there are, and none moves when others come or go.
float spread(uint slot, uint factor) {
  return float((slot * factor) >> 8) / 16777216.0;
}

void main() {
  uint row = aParticle.x;
  uint slot = aParticle.y;
  uvec4 flow = edgeTexel(row, 1);
  float before = slot < (flow.z & 65535u) ? 1.0 : 0.0;
  float after = slot < (flow.z >> 16) ? 1.0 : 0.0;
  vec4 emphasis = emphasisTexel(uEdgeEmphasis, row);
  float alpha = mix(before, after, uEase) * mix(emphasis.r, emphasis.g, uEmphasis) * uOpacity;
  if (alpha < 0.01) {
    gl_Position = NOWHERE;
    gl_PointSize = 1.0;
    return;
  }
  float speed = uintBitsToFloat(flow.y);
  // 8 bits of laps and 24 of parts: whole epochs are added without losing a bit, however many there were.
  uint start = flow.x + ((uEpoch * uint(speed * 8388608.0)) << 8);
  float phase = float(start >> 8) / 65536.0 + uTime * speed + spread(slot, 2654435769u);
  float lap = mod(floor(phase), LAPS);
  float part = fract(phase);
#ifdef RESPONSES
  // An answer leaves as its request arrives, and has its class: of the lap before.
  part = 1.0 - part;
  lap = mod(lap - 1.0 + LAPS, LAPS);
#endif
  vec4 shares = vec4(uvec4(flow.w, flow.w >> 8, flow.w >> 16, flow.w >> 24) & 255u) / 255.0;
  vec2 share = mix(shares.xy, shares.zw, uEase);
  float draw = fract(spread(slot, 3242174889u) + mod(lap * LAP_STEP, LAPS) / LAPS);
  int severity = draw < share.y ? DANGER : draw < share.y + share.x ? WARNING : NORMAL;

  uvec4 topology = edgeTexel(row, 0);
  Curve curve = curveOf(topology);
  vec4 at = alongCurve(curve, part);
  vec2 direction = normalize(at.zw + 1e-6);
  vec2 normal = vec2(-direction.y, direction.x);
  float lane = fract(spread(slot, 1779033704u) + lap * 0.381966) * 2.0 - 1.0;
  float laneWidth = float(topology.w >> 16) / 1024.0;
  // Lanes gather at both ends, where the node is, and most run near the middle.
  float open = smoothstep(0.0, 0.25, part) * smoothstep(1.0, 0.75, part);
#ifdef RESPONSES
  // A lane of its own, on the inner side of the curve.
  vec2 world = at.xy + normal * (laneWidth + clamp(5.0 / uScale, 0.2, 0.5)) * open;
  direction = -direction;
#else
  vec2 world = at.xy + normal * lane * abs(lane) * laneWidth * open;
#endif

  vShape = severity;
  vColour = uPalette[severity];
  vDirection = direction;
  // In and out of the nodes' borders without popping.
  vAlpha = alpha * smoothstep(0.0, 0.04, part) * smoothstep(1.0, 0.97, part) * passing(curve, 1.0);
  // Where lines crowd, what is well steps back behind what is not.
  bool meant = isMarked(emphasis) || isMeant(emphasis);
  if (severity == NORMAL && !meant) {
    float whole = lengthOf(curve);
    float end = endLength(whole);
    float atEnds = 1.0 - smoothstep(0.3 * end, end, min(part, 1.0 - part) * whole);
    vAlpha *= (1.0 - 0.55 * smoothstep(0.2, 0.7, uCrowding)) * mix(atEnds, 1.0, wholeness(row, curve, whole));
  }
  if (vAlpha < 0.01) {
    gl_Position = NOWHERE;
    gl_PointSize = 1.0;
    return;
  }
  // Smaller from afar, but never so small that a dot is a smudge while edges can be told apart.
  float body = uParticleSize * 0.5 * clamp(pow(uScale / 20.0, 0.45), 0.36, 1.7) * (severity == NORMAL ? 1.0 : 1.45);
#ifdef RESPONSES
  body *= 0.7;
  float glow = 0.0;
#else
  float glow = uGlow;
#endif
  float front = 1.15 + HALO * glow;
  // The trail is straight: short on a tight loop, and behind shapes that must be told apart.
  float trail = glow * (curve.loop > 0.0 ? 0.3 : 1.0) * (severity == NORMAL ? 1.0 : 0.6);
  float back = 1.15 + TRAIL * trail;
  vTrail = trail;
  // Where lines crowd, light that adds up would hide them all.
  vLight = 1.0 / (1.0 + 2.5 * max(0.0, uCrowding - 0.12));
  vReach = (front + back) * 0.5;
  vAhead = (back - front) * 0.5;
  vSoft = 1.0 / max(body * uPixelRatio, 0.5);
  gl_PointSize = max(2.0, 2.0 * body * vReach * uPixelRatio);
  gl_Position = toClip(world - direction * vAhead * body / uScale);
}
