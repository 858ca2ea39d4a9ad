// Mirrors src/scene/curves.ts, which picking and labels use.

struct Place {
  vec2 at;
  float radius;
  float alpha;
};

struct Curve {
  vec2 a;
  vec2 b;
  vec2 c;
  // Radius of a self edge's circle about b; 0 for a curve from a to c.
  float loop;
  // Part of the way at which the borders of the two nodes are.
  float start;
  float end;
};

const float LEAST_RADIUS_PIXELS = 2.2;
const float LEGIBLE_RADIUS_PIXELS = 9.0;

Place placeOf(uint row) {
  vec4 at = nodeTexel(row, 0);
  vec4 look = nodeTexel(row, 1);
  float grown = max(1.0, min(LEGIBLE_RADIUS_PIXELS / uScale, uReach));
  float radius = max(mix(look.x, look.y, uEase) * grown, LEAST_RADIUS_PIXELS / uScale);
  return Place(mix(at.xy, at.zw, uEase), radius, mix(look.z, look.w, uEase));
}

Curve curveOf(uvec4 topology) {
  Place source = placeOf(topology.x);
  if (topology.x == topology.y) {
    float loop = source.radius * 0.62 + 0.2;
    vec2 middle = source.at - vec2(0.0, source.radius + loop * 0.72);
    return Curve(source.at, middle, source.at, loop, 0.12, 0.88);
  }
  Place target = placeOf(topology.y);
  vec2 way = target.at - source.at;
  float far = max(length(way), 1e-4);
  vec2 bows = unpackHalf2x16(topology.z);
  float bow = mix(bows.x, bows.y, uEase) * far / (1.0 + far * 0.012);
  vec2 b = (source.at + target.at) * 0.5 + vec2(way.y, -way.x) / far * bow;
  float start = min(0.45, source.radius * 1.06 / max(2.0 * length(b - source.at), 1e-4));
  float end = 1.0 - min(0.45, target.radius * 1.06 / max(2.0 * length(target.at - b), 1e-4));
  return Curve(source.at, b, target.at, 0.0, start, end);
}

// Point and (unnormalised) direction at a part of the way between the nodes' borders.
vec4 alongCurve(Curve curve, float part) {
  float u = mix(curve.start, curve.end, part);
  if (curve.loop > 0.0) {
    float angle = u * TURN;
    return vec4(curve.b + curve.loop * vec2(sin(angle), cos(angle)), cos(angle), -sin(angle));
  }
  float v = 1.0 - u;
  vec2 at = v * v * curve.a + 2.0 * v * u * curve.b + u * u * curve.c;
  return vec4(at, v * (curve.b - curve.a) + u * (curve.c - curve.b));
}

bool outOfView(vec2 world) {
  vec2 at = abs(world * uView.xy + uView.zw);
  return max(at.x, at.y) > 1.1;
}

// Where many edges cross the picture, those with neither end in it are drawn fainter, by up to this part: they tell
// nothing about what is looked at.
float passing(Curve curve, float by) {
  float crowded = smoothstep(0.25, 0.8, uCrowding);
  return outOfView(curve.a) && outOfView(curve.c) ? 1.0 - by * crowded : 1.0;
}

// What follows mirrors src/scene/crowding.ts.
const vec2 ROOM_OF_NEAR = vec2(0.07, 0.14);
const vec2 ROOM_OF_FAR = vec2(0.012, 0.03);

// Between the borders of its nodes, in CSS pixels.
float lengthOf(Curve curve) {
  return curve.loop > 0.0 ? curve.loop * TURN * uScale : length(curve.c - curve.a) * (curve.end - curve.start) * uScale;
}

// 1 for edges of the strongest flows about, as many as there is room for; falls to 0 for those that would cover the rest.
float wholeness(uint row, Curve curve, float whole) {
  uvec4 cells = edgeTexel(row, 3);
  float stronger = mix(uintBitsToFloat(cells.x), uintBitsToFloat(cells.y), uEase);
  vec2 room = mix(ROOM_OF_NEAR, ROOM_OF_FAR, smoothstep(0.35, 1.1, whole * min(uPixel.x, uPixel.y) * 0.5));
  return curve.loop > 0.0 ? 1.0 : 1.0 - smoothstep(room.x, room.y, stronger / uScale);
}

// CSS pixels of an end: longer on longer edges, which lead farther.
float endLength(float whole) {
  float least = clamp(uScale * 2.0, 14.0, 44.0);
  return clamp(whole * 0.16, least, least * 2.0);
}
