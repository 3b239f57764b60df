/// Tokens by the bytes they begin with: a trie whose edges lie in one open hash table.
struct TokenTrie: Sendable {
  /// A place in the trie.
  typealias Node = UInt32

  /// Where every token begins.
  static let root: Node = 0
  /// Beyond this many nodes an edge no longer fits its key.
  private static let mostNodes = 1 << 24
  private static let free = UInt32.max

  private var edges: [UInt32]
  private var targets: [Node]
  private var tokens: [Int32] = [-1]

  /// Collects a vocabulary's tokens.
  /// - Returns: `nil` when they are too many and too long, above some 100 MB.
  init?(_ vocabulary: Vocabulary) {
    edges = [UInt32](repeating: Self.free, count: 1024)
    targets = [Node](repeating: 0, count: 1024)
    for entry in 0..<vocabulary.count {
      var node = Self.root
      for byte in vocabulary.bytes[vocabulary.range(of: entry)] {
        guard let child = addedChild(of: node, byte) else { return nil }
        node = child
      }
      tokens[Int(node)] = vocabulary.ids[entry]
    }
  }

  /// The node one byte further; `nil` when no token goes on like that.
  @inline(__always)
  func child(of node: Node, _ byte: UInt8) -> Node? {
    let slot = slot(of: node << 8 | UInt32(byte))
    return edges[slot] == Self.free ? nil : targets[slot]
  }

  /// The token that ends at a node; negative when none does.
  @inline(__always)
  func token(at node: Node) -> Int32 { tokens[Int(node)] }

  @inline(__always)
  private func slot(of edge: UInt32) -> Int {
    let mask = edges.count - 1
    var slot = Int(truncatingIfNeeded: (UInt64(edge) &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while edges[slot] != edge, edges[slot] != Self.free { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func addedChild(of node: Node, _ byte: UInt8) -> Node? {
    if let child = child(of: node, byte) { return child }
    // One less, so that no edge looks like a free slot.
    guard tokens.count < Self.mostNodes - 1 else { return nil }
    if tokens.count * 4 > edges.count * 3 { grow() }
    let slot = slot(of: node << 8 | UInt32(byte))
    edges[slot] = node << 8 | UInt32(byte)
    targets[slot] = Node(tokens.count)
    tokens.append(-1)
    return targets[slot]
  }

  private mutating func grow() {
    let (oldEdges, oldTargets) = (edges, targets)
    edges = [UInt32](repeating: Self.free, count: oldEdges.count * 2)
    targets = [Node](repeating: 0, count: oldEdges.count * 2)
    for (edge, target) in zip(oldEdges, oldTargets) where edge != Self.free {
      let slot = slot(of: edge)
      edges[slot] = edge
      targets[slot] = target
    }
  }
}
