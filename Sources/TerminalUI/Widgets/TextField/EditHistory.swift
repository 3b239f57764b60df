/// What a field looked like before each of its changes, to be undone.
struct EditHistory: Hashable, Sendable {
  /// What an edit was, as far as the next one cares.
  enum Step: Hashable, Sendable {
    case typing, erasingLeft, erasingRight, killing
    /// Put back the text that was killed so many times before the latest.
    case yanking(at: Int)
    case other

    /// Whether both are undone as one.
    func joins(_ former: Step) -> Bool {
      switch self {
      case .typing, .erasingLeft, .erasingRight: self == former
      case .killing, .yanking, .other: false
      }
    }
  }

  /// A text with its cursor.
  struct Moment: Hashable, Sendable {
    let text: String
    let cursor: Int
  }

  /// As many moments as are kept.
  static let capacity = 100

  private var moments: [Moment] = []

  /// Notes what the field looked like.
  mutating func add(_ moment: Moment) {
    if moments.count == Self.capacity { moments.removeFirst() }
    moments.append(moment)
  }

  /// Takes the latest moment out, or `nil` when there is none.
  mutating func removeLatest() -> Moment? { moments.popLast() }
}
