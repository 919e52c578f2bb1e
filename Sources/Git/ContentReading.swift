/// The place of an object in a commit, for messages.
struct ObjectPlace {
  let path: String
  let commit: GitCommit
}

/// Reading objects by their ids, none of them before its size is known.
extension GitRepository {
  /// The bytes of objects.
  /// - Parameter places: the ids, each with one place that names it.
  func contents(
    of places: TextMap<ObjectPlace>, kind: String
  ) throws(GitError) -> TextMap<[UInt8]> {
    let ids = places.keys.sorted()
    let sizes = try sizes(of: ids, places, kind: kind)
    var contents: TextMap<[UInt8]> = [:]
    var start = 0
    while start < ids.count {
      // git's answer is held beside what is made of it.
      var end = start
      var sum = 0
      while end < ids.count, end == start || sum + sizes[end] <= 8 << 20 {
        sum += sizes[end]
        end += 1
      }
      try read(ids[start..<end], sizes[start..<end], kind: kind, into: &contents)
      start = end
    }
    return contents
  }

  /// The size of each object; refused is one that is missing, or too large by itself or with others.
  private func sizes(
    of ids: [String], _ places: TextMap<ObjectPlace>, kind: String
  ) throws(GitError) -> [Int] {
    let limits = program.limits
    let answers = try describe(ids)
    var sizes: [Int] = []
    var sum = 0
    for (id, answer) in zip(ids, answers.headers) {
      let path = places[id]?.path ?? ""
      let commit = places[id]?.commit.id ?? ""
      guard case .object(_, kind, let size) = answer else {
        throw try missing(
          "'\(path)' at commit \(commit)", path: path, commit: commit,
          complaint: answers.complaint)
      }
      guard size <= limits.fileBytes else {
        throw .tooLarge(path: path, commit: commit, limit: limits.fileBytes)
      }
      sum += size
      guard sum <= limits.totalBytes else {
        throw .tooLargeInAll(commit: commit, limit: limits.totalBytes)
      }
      sizes.append(size)
    }
    return sizes
  }

  private func read(
    _ ids: ArraySlice<String>, _ sizes: ArraySlice<Int>, kind: String,
    into contents: inout TextMap<[UInt8]>
  ) throws(GitError) {
    let outcome = try program.run(
      ["cat-file", "--batch", "--buffer"], gitFolder: gitFolder,
      input: Self.questions(Array(ids)), outputLimit: .max)
    guard outcome.status == 0 else { throw outcome.failure(of: "cat-file") }
    var answers = ObjectAnswers(outcome.output)
    for (id, size) in zip(ids, sizes) {
      guard case .object(id, kind, size) = answers.header(),
        let bytes = answers.content(size: size)
      else {
        guard outcome.complaint.isEmpty else { throw outcome.failure(of: "cat-file") }
        throw .unexpectedAnswer(command: "cat-file")
      }
      contents[id] = bytes
    }
  }
}
