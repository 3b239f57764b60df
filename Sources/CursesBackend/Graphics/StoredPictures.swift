/// The pictures that a terminal with kitty's protocol keeps, so that one is sent once, however often it is shown.
struct StoredPictures {
  /// A picture that shows somewhere.
  struct Place: Hashable {
    let id: UInt32
    let place: UInt32
  }

  private struct Stored {
    let id: UInt32
    var shown = 0
    var lastUse: Int
  }

  /// The most bytes of files that the terminal is made to keep, those that show apart.
  private let capacity: Int
  private var stored: [[UInt8]: Stored] = [:]
  private var bytes = 0
  private var clock = 0
  private var lastID: UInt32 = 0x4173_0000  // numbers of our own, in case others used the window before
  private var lastPlace: UInt32 = 0

  /// Makes an empty store.
  init(capacity: Int = 32 << 20) {
    self.capacity = capacity
  }

  /// The commands that show a file at the cursor, sending it first where the terminal has it not.
  mutating func show(_ png: [UInt8]) -> (commands: [UInt8], place: Place) {
    clock += 1
    lastPlace &+= 1
    var commands: [UInt8] = []
    if stored[png] == nil {
      lastID &+= 1
      stored[png] = Stored(id: lastID, lastUse: clock)
      bytes += png.count
      commands = KittyCommand.store(png, as: lastID)
    }
    stored[png]?.shown += 1
    stored[png]?.lastUse = clock
    let place = Place(id: stored[png]?.id ?? lastID, place: lastPlace)
    return (commands + KittyCommand.show(place.id, at: place.place), place)
  }

  /// The commands that take pictures away from their places; those unused for longest are given up by the terminal.
  mutating func hide(_ places: [Place]) -> [UInt8] {
    guard !places.isEmpty else { return [] }
    var commands: [UInt8] = []
    let files = Dictionary(stored.map { ($0.value.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    for place in places {
      guard let file = files[place.id] else { continue }
      stored[file]?.shown -= 1
      commands += KittyCommand.hide(place.id, at: place.place)
    }
    return commands + forgetOldest()
  }

  /// The commands that take away everything, when the screen is cleared or given back.
  mutating func forgetAll() -> [UInt8] {
    defer { (stored, bytes) = ([:], 0) }
    return stored.values.map(\.id).sorted().flatMap(KittyCommand.forget)
  }

  private mutating func forgetOldest() -> [UInt8] {
    guard bytes > capacity else { return [] }
    var commands: [UInt8] = []
    for (file, old) in stored.filter({ $0.value.shown <= 0 }).sorted(by: {
      $0.value.lastUse < $1.value.lastUse
    })
    where bytes > capacity / 4 * 3 {
      bytes -= file.count
      stored[file] = nil
      commands += KittyCommand.forget(old.id)
    }
    return commands
  }
}
