/// The result of one layer of a graph under construction.
struct GraphValue: Hashable, Sendable {
  let layer: Int
  let port: Int
  let element: Element
}
