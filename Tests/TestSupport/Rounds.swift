import Foundation

/// How often tests with random input are run, each time with other seeds.
public enum Rounds {
  /// 1, or what `make properties ROUNDS=<number>` asks for.
  public static let count = ProcessInfo.processInfo.environment["ROUNDS"].flatMap { Int($0) } ?? 1
}
