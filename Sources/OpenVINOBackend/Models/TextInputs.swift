/// How token ids become the tensors that a text model takes.
struct TextInputs: Hashable, Sendable {
  /// What one input of the model is for.
  enum Role: Hashable, Sendable, CaseIterable {
    case ids, mask, types, positions, pooledPosition

    /// What exports call it.
    var name: String {
      switch self {
      case .ids: "input_ids"
      case .mask: "attention_mask"
      case .types: "token_type_ids"
      case .positions: "position_ids"
      case .pooledPosition: "pooled_position"
      }
    }
  }

  /// One input, in the order of the model's.
  struct Slot: Hashable, Sendable {
    let role: Role
    var element = Element.i64
  }

  /// How long the rows of a batch are.
  enum Length: Hashable, Sendable {
    /// As long as the longest text of the batch, rounded up.
    case upTo(Int)
    /// Always the same.
    case exactly(Int)
    /// As long as the texts, which must then be of one length: the model would mistake padding for text.
    case unpadded(Int)

    /// The most tokens of a text.
    var limit: Int {
      switch self {
      case .upTo(let count), .exactly(let count), .unpadded(let count): count
      }
    }
  }

  /// Which token's vector is the text's.
  enum PooledToken: Hashable, Sendable {
    case last
    /// The first with an id, or the last token when there is none.
    case first(id: Int32)
    /// The first with the largest id.
    case largest
  }

  var slots: [Slot]
  var length: Length
  /// The id that fills rows.
  var padding: Int32
  var pooledToken: PooledToken = .last
  /// What else the graph takes.
  var unused = UnusedInputs()

  /// The tensors for texts of one batch.
  /// - Parameters:
  ///   - texts: the token ids, none longer than `columns`.
  ///   - columns: how long every row becomes.
  /// - Returns: a tensor for each input of the model.
  func tensors(for texts: [[Int32]], columns: Int) -> [Tensor] {
    unused.completing(slots.map { tensor(for: $0, texts, columns) })
  }

  private func tensor(for slot: Slot, _ texts: [[Int32]], _ columns: Int) -> Tensor {
    let isPerText = slot.role == .pooledPosition
    let values = texts.flatMap { isPerText ? [pooledPosition(in: $0)] : row(slot.role, of: $0, columns) }
    let shape = isPerText ? [texts.count] : [texts.count, columns]
    return Tensor(
      values: slot.element == .i32 ? .i32(values) : .i64(values.map { Int64($0) }), shape: shape)
  }

  private func row(_ role: Role, of text: [Int32], _ columns: Int) -> [Int32] {
    let rest = columns - text.count
    return switch role {
    case .ids: text + [Int32](repeating: padding, count: rest)
    case .mask: [Int32](repeating: 1, count: text.count) + [Int32](repeating: 0, count: rest)
    case .types: [Int32](repeating: 0, count: columns)
    case .positions: (0..<columns).map { Int32(min($0, max(0, text.count - 1))) }
    case .pooledPosition: []
    }
  }

  private func pooledPosition(in text: [Int32]) -> Int32 {
    let last = text.count - 1
    let position: Int? =
      switch pooledToken {
      case .last: last
      case .first(let id): text.firstIndex(of: id)
      case .largest: text.indices.max { (text[$0], $1) < (text[$1], $0) }
      }
    return Int32(position ?? last)
  }
}
