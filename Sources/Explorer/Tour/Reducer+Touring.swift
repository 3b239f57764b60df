extension ExplorerState {
  /// Performs a command of the tour.
  mutating func tour(_ command: TourCommand) {
    guard tour != nil else {
      notice = Notice("no tour is under way: begin one with assay explore --tour")
      return
    }
    switch command {
    case .skip: goOn(.skipped)
    case .end:
      tour = nil
      notice = Notice("the tour is over; assay explore --tour begins it again")
    }
  }

  /// Notices what was done; a step whose deed was done before its turn is over as soon as it begins.
  mutating func settleTour() {
    let start = tour?.start ?? TourMark(self)
    tour?.start = start
    while let tour, let step = tour.step {
      guard hasReached(step.goal, since: start) || tour.mark.map({ hasReached(step.goal, since: $0) }) == true
      else { return }
      goOn(.done)
    }
  }

  private mutating func goOn(_ outcome: Tour.Outcome) {
    guard var tour else { return }
    tour.outcomes.append(outcome)
    tour.mark = TourMark(self)
    self.tour = tour.step == nil ? nil : tour
    guard tour.step == nil else { return }
    let done = tour.outcomes.count { $0 == .done }
    notice = Notice("that was the tour: \(done) of \(Tour.length) steps done; esc goes up one level, q quits")
  }
}
