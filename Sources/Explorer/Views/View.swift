/// One of the explorer's views: ways to look at one state, of which one is shown.
///
/// F1, F2, … in the order of the cases and `g` with a letter switch between them; keys, help, head line and README
/// follow from this list.
///
/// To add a view, write its file, a `ViewScreen` with its keys and panels, and add a case here with its line in
/// `screen`. What only the view knows is a value of its own beside the others in `ExplorerState`; commands that no
/// other view has are a nested enum in `Command`, with the case that carries it, and are performed by the view's
/// `perform`. Keys that several views share are listed once, in the keymap, with `.view(…)` among their contexts.
package enum View: Int, CaseIterable, Hashable, Sendable {
  case explore = 1
  case label
  case queries = 3
  case curves = 4
  case findAll = 5

  /// How it looks and what its keys do.
  var screen: any ViewScreen {
    switch self {
    case .explore: ExploreView()
    case .label: LabelView()
    case .queries: QueriesView()
    case .curves: CurvesView()
    case .findAll: FindAllView()
    }
  }

  /// What the head line calls it.
  package var name: String { screen.name }
}
