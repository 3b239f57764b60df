/// Names a vector of one encoder by what it was made from.
struct VectorKey: Hashable, Sendable {
  let side: VectorSide
  let digest: InputDigest
}
