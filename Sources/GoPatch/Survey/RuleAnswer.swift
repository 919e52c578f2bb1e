/// The answer to a condition of a rule. Sources that lack the place that it is about give none.
enum RuleAnswer {
  case yes, no, unknown

  init(_ holds: Bool) { self = holds ? .yes : .no }
}
