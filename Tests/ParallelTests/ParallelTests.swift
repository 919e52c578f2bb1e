import Parallel
import Testing

@Suite struct ParallelTests {
  @Test(arguments: [0, 1, 15, 16, 17, 1000, 4099])
  func valuesKeepTheirOrder(count: Int) {
    let values = Parallel.map(count: count) { "\($0)" }
    #expect(values == (0..<count).map { "\($0)" })
  }
}
