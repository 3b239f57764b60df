/// The tables of a document while it is read, with what TOML remembers of how each was made.
///
/// Tables refer to each other by number, so that adding to a deeply nested one copies nothing.
struct TOMLTree {
  /// One part of a key as it was written.
  struct Part {
    let key: String
    let position: TOMLPosition
  }

  /// A value that may still hold tables by number.
  enum Node {
    case value(TOMLValue)
    case list([Node])
    case table(Int)
    /// The tables of `[[name]]`, by the number of the series.
    case series(Int)
  }

  private enum Origin: Hashable {
    /// Named on the way to another table by a `[header]`; may still be opened by its own.
    case implied
    /// Opened by its own `[header]` or `[[header]]`.
    case header
    /// Made by dotted keys of the table with this number; only that table's keys may add to it.
    case dotted(of: Int)
    /// Written in braces: closed.
    case inline
  }

  private struct Table {
    var origin: Origin
    let depth: Int
    var entries: [(part: Part, node: Node)] = []
    var indices: [TOMLKey: Int] = [:]
  }

  /// The number of the document's own table.
  static let root = 0
  /// How deep tables and arrays may be nested, so that hostile input can't exhaust the stack.
  static let deepest = 64

  private var tables = [Table(origin: .header, depth: 0)]
  private var series: [[Int]] = []

  /// How deep a table lies; the document's own is at 0.
  func depth(of table: Int) -> Int { tables[table].depth }

  /// The number of a new table in braces.
  mutating func inlineTable(depth: Int) -> Int {
    tables.append(Table(origin: .inline, depth: depth))
    return tables.count - 1
  }

  /// The table that a `[header]` opens.
  mutating func open(_ path: [Part]) throws(TOMLError) -> Int {
    let (parent, last) = try walk(path)
    switch entry(last, in: parent)?.node {
    case nil: return try add(last, to: parent, origin: .header)
    case .table(let table)? where tables[table].origin == .implied:
      tables[table].origin = .header
      return table
    default: throw taken(last, in: parent)
    }
  }

  /// The new table that a `[[header]]` adds to its series.
  mutating func openNext(_ path: [Part]) throws(TOMLError) -> Int {
    let (parent, last) = try walk(path)
    switch entry(last, in: parent)?.node {
    case nil:
      series.append([])
      insert(last, .series(series.count - 1), into: parent)
      return try append(to: series.count - 1, last, parent: parent)
    case .series(let number)?: return try append(to: number, last, parent: parent)
    default: throw taken(last, in: parent)
    }
  }

  /// Sets a key, dotted or not, of a table to a value.
  mutating func set(_ path: [Part], of table: Int, to node: Node) throws(TOMLError) {
    var parent = table
    for part in path.dropLast() {
      switch entry(part, in: parent)?.node {
      case nil: parent = try add(part, to: parent, origin: .dotted(of: table))
      case .table(let next)? where tables[next].origin == .dotted(of: table): parent = next
      case .table(let next)? where tables[next].origin == .implied:
        tables[next].origin = .dotted(of: table)
        parent = next
      default: throw taken(part, in: parent)
      }
    }
    guard let last = path.last else { return }
    guard entry(last, in: parent) == nil else { throw taken(last, in: parent) }
    insert(last, node, into: parent)
  }

  /// The document without numbers.
  func frozen() -> TOMLTable { frozen(table: Self.root) }

  private func frozen(table: Int) -> TOMLTable {
    TOMLTable(
      entries: tables[table].entries.map {
        TOMLTable.Entry(key: $0.part.key, position: $0.part.position, value: frozen($0.node))
      })
  }

  private func frozen(_ node: Node) -> TOMLValue {
    switch node {
    case .value(let value): value
    case .list(let nodes): .array(nodes.map(frozen))
    case .table(let table): .table(frozen(table: table))
    case .series(let number): .array(series[number].map { .table(frozen(table: $0)) })
    }
  }

  /// The table that the last part of a header belongs in.
  private mutating func walk(_ path: [Part]) throws(TOMLError) -> (parent: Int, last: Part) {
    var parent = Self.root
    for part in path.dropLast() {
      switch entry(part, in: parent)?.node {
      case nil: parent = try add(part, to: parent, origin: .implied)
      case .table(let next)? where tables[next].origin != .inline: parent = next
      case .series(let number)?: parent = series[number].last ?? parent
      default: throw taken(part, in: parent)
      }
    }
    return (parent, path[path.count - 1])
  }

  private func entry(_ part: Part, in table: Int) -> (part: Part, node: Node)? {
    tables[table].indices[TOMLKey(part.key)].map { tables[table].entries[$0] }
  }

  private mutating func insert(_ part: Part, _ node: Node, into table: Int) {
    tables[table].indices[TOMLKey(part.key)] = tables[table].entries.count
    tables[table].entries.append((part, node))
  }

  private mutating func add(_ part: Part, to parent: Int, origin: Origin) throws(TOMLError) -> Int {
    let table = try newTable(part, parent: parent, origin: origin)
    insert(part, .table(table), into: parent)
    return table
  }

  private mutating func append(to number: Int, _ part: Part, parent: Int) throws(TOMLError) -> Int {
    let table = try newTable(part, parent: parent, origin: .header)
    series[number].append(table)
    return table
  }

  private mutating func newTable(_ part: Part, parent: Int, origin: Origin) throws(TOMLError) -> Int {
    let depth = tables[parent].depth + 1
    guard depth <= Self.deepest else {
      throw TOMLError(position: part.position, reason: "nested more than \(Self.deepest) deep")
    }
    tables.append(Table(origin: origin, depth: depth))
    return tables.count - 1
  }

  /// Why the key can't be set or opened again.
  private func taken(_ part: Part, in table: Int) -> TOMLError {
    let first = entry(part, in: table)?.part.position.line ?? part.position.line
    return TOMLError(
      position: part.position,
      reason: "'\(PlainText.sanitised(part.key))' is given a second time; line \(first) has it already")
  }
}
