public import Values

// An SCC as plain values, so that pods can be judged again from a file: the fields of the object, without
// those that have the value of an SCC that says nothing.

extension SecurityContextConstraint {
  /// A field that is one value.
  private struct Field<Value> {
    let key: String
    let path: WritableKeyPath<SecurityContextConstraint, Value>
  }

  private static var flags: [Field<Bool>] {
    [
      Field(key: "allowPrivilegedContainer", path: \.allowsPrivileged),
      Field(key: "allowHostNetwork", path: \.allowsHostNetwork),
      Field(key: "allowHostPorts", path: \.allowsHostPorts),
      Field(key: "allowHostPID", path: \.allowsHostPID),
      Field(key: "allowHostIPC", path: \.allowsHostIPC),
      Field(key: "allowPrivilegeEscalation", path: \.allowsEscalation),
      Field(key: "readOnlyRootFilesystem", path: \.needsReadOnlyRoot),
    ]
  }

  private static var lists: [Field<[String]>] {
    [
      Field(key: "allowedCapabilities", path: \.allowedCapabilities),
      Field(key: "defaultAddCapabilities", path: \.addedCapabilities),
      Field(key: "requiredDropCapabilities", path: \.droppedCapabilities),
      Field(key: "seccompProfiles", path: \.seccompProfiles),
      Field(key: "allowedFlexVolumes", path: \.flexDrivers),
      Field(key: "allowedUnsafeSysctls", path: \.unsafeSysctls),
      Field(key: "forbiddenSysctls", path: \.forbiddenSysctls),
    ]
  }

  private static var groups: [Field<GroupRule>] {
    [
      Field(key: "fsGroup", path: \.fsGroup),
      Field(key: "supplementalGroups", path: \.supplementalGroups),
    ]
  }

  private static let ownUsers = "RequirePodLevel"

  /// The SCC as values.
  public var values: PlainValue {
    let empty = SecurityContextConstraint(name: name)
    var entries: [PlainValue.Entry] = [.init("name", .string(name))]
    if priority != 0 { entries.append(.init("priority", .integer(priority))) }
    for field in Self.flags where self[keyPath: field.path] != empty[keyPath: field.path] {
      entries.append(.init(field.key, .bool(self[keyPath: field.path])))
    }
    if let defaultEscalation {
      entries.append(.init("defaultAllowPrivilegeEscalation", .bool(defaultEscalation)))
    }
    if needsOwnUsers { entries.append(.init("userNamespaceLevel", .string(Self.ownUsers))) }
    if user != .any { entries.append(.init("runAsUser", user.values)) }
    if seLinux != .any { entries.append(.init("seLinuxContext", seLinux.values)) }
    for field in Self.groups where self[keyPath: field.path] != .any {
      entries.append(.init(field.key, self[keyPath: field.path].values))
    }
    for field in Self.lists where !self[keyPath: field.path].isEmpty {
      entries.append(.init(field.key, .list(self[keyPath: field.path].map { .string($0) })))
    }
    entries.append(.init("volumes", .list(volumes.sorted().map { .string($0) })))
    for (key, names) in [("users", users), ("groups", groups)] where !names.isEmpty {
      entries.append(.init(key, .list(names.sorted().map { .string($0) })))
    }
    return .mapping(entries)
  }

  /// Reads it back; what is none of its fields is left out.
  public init(_ values: PlainValue) {
    self.init(name: values["name"]?.string ?? "")
    func texts(_ key: String) -> [String] { (values[key]?.items ?? []).compactMap(\.string) }
    priority = values["priority"]?.whole ?? 0
    for field in Self.flags {
      if let flag = values[field.key]?.bool { self[keyPath: field.path] = flag }
    }
    defaultEscalation = values["defaultAllowPrivilegeEscalation"]?.bool
    needsOwnUsers = values["userNamespaceLevel"]?.string == Self.ownUsers
    users = TextSet(texts("users"))
    groups = TextSet(texts("groups"))
    user = UserRule(values["runAsUser"])
    seLinux = SELinuxRule(values["seLinuxContext"])
    for field in Self.groups { self[keyPath: field.path] = GroupRule(values[field.key]) }
    for field in Self.lists { self[keyPath: field.path] = texts(field.key) }
    volumes = TextSet(texts("volumes"))
  }
}

extension SecurityContextConstraint.UserRule {
  fileprivate var values: PlainValue {
    var entries: [PlainValue.Entry] = []
    switch self {
    case .any: entries = [.init("type", .string("RunAsAny"))]
    case .nonRoot: entries = [.init("type", .string("MustRunAsNonRoot"))]
    case .user(let user):
      entries = [.init("type", .string("MustRunAs")), .init("uid", .integer(user))]
    case .range(let range):
      entries = [.init("type", .string("MustRunAsRange"))]
      if let range {
        entries.append(.init("uidRangeMin", .integer(range.lowerBound)))
        entries.append(.init("uidRangeMax", .integer(range.upperBound)))
      }
    }
    return .mapping(entries)
  }

  init(_ values: PlainValue?) {
    switch values?["type"]?.string {
    case "MustRunAsNonRoot": self = .nonRoot
    case "MustRunAs": self = .user(values?["uid"]?.whole ?? 0)
    case "MustRunAsRange":
      self = .range(
        ClosedRange(values?["uidRangeMin"]?.whole, to: values?["uidRangeMax"]?.whole))
    default: self = .any
    }
  }
}

extension SecurityContextConstraint.SELinuxRule {
  fileprivate var values: PlainValue {
    switch self {
    case .any: return .mapping([.init("type", .string("RunAsAny"))])
    case .context(let own):
      let fields = [
        ("level", own.level), ("role", own.role), ("type", own.type), ("user", own.user),
      ]
      let options = fields.filter { !$0.1.isEmpty }.map {
        PlainValue.Entry($0.0, .string($0.1))
      }
      return .mapping(
        [.init("type", .string("MustRunAs"))]
          + (options.isEmpty ? [] : [.init("seLinuxOptions", .mapping(options))]))
    }
  }

  init(_ values: PlainValue?) {
    guard values?["type"]?.string == "MustRunAs" else {
      self = .any
      return
    }
    func text(_ key: String) -> String { values?["seLinuxOptions"]?[key]?.string ?? "" }
    self = .context(
      SELinuxContext(
        level: text("level"), role: text("role"), type: text("type"), user: text("user")))
  }
}

extension SecurityContextConstraint.GroupRule {
  fileprivate var values: PlainValue {
    switch self {
    case .any: .mapping([.init("type", .string("RunAsAny"))])
    case .ranges(let ranges):
      .mapping([
        .init("type", .string("MustRunAs")),
        .init(
          "ranges",
          .list(
            ranges.map {
              .mapping([
                .init("min", .integer($0.lowerBound)), .init("max", .integer($0.upperBound)),
              ])
            })),
      ])
    }
  }

  init(_ values: PlainValue?) {
    guard values?["type"]?.string == "MustRunAs" else {
      self = .any
      return
    }
    self = .ranges(
      (values?["ranges"]?.items ?? []).compactMap {
        ClosedRange($0["min"]?.whole ?? 0, to: $0["max"]?.whole ?? 0)
      })
  }
}

extension ClosedRange<Int64> {
  /// The range between two bounds that are there and in order.
  fileprivate init?(_ first: Int64?, to last: Int64?) {
    guard let first, let last, first <= last else { return nil }
    self = first...last
  }
}

extension PlainValue {
  /// The number, when this is a whole one; a config that was checked has its digits.
  fileprivate var whole: Int64? {
    switch self {
    case .integer(let number): number
    case .string(let digits): Int64(digits)
    default: nil
    }
  }
}
